import { describe, expect, it } from 'vitest';
import { readGraph } from '../../../../core/graph/reading/read-graph.ts';
import { unknownKindOf } from '../../../../core/graph/unknown-kind-of.ts';

describe('unknownKindOf', () => {
  it('names the kind that the file gives and nobody knows', () => {
    const kinds = [{ kind: 'teleport' }, { kind: 7 }, { kind: 'note' }, {}, { kind: 'task', colour: 'kind' }];
    const { graph } = readGraph({ nodes: kinds.map((one, at) => ({ id: `${at}`, ...one })) });
    expect(graph.nodes.map(unknownKindOf)).toEqual(['teleport', '7', undefined, undefined, undefined]);
  });
});

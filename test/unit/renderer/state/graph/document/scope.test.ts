import { describe, expect, it } from 'vitest';
import { readGraph } from '../../../../../../core/graph/index.ts';
import { graphIn, withGraphIn } from '../../../../../../renderer/state/graph/document/scope.ts';

const { graph: file } = readGraph({
  nodes: [{ id: 'use', kind: 'subgraph', graph: 'part' }],
  graphs: { part: { nodes: [{ id: 'inner' }] } },
});

describe('graphIn', () => {
  it('is the file itself, or the graph entered last', () => {
    expect(graphIn(file, [])).toBe(file);
    expect(graphIn(file, ['part']).nodes.map(({ id }) => id)).toEqual(['inner']);
  });

  it('is empty for a graph that is not there, whatever it is called', () => {
    expect(graphIn(file, ['gone']).nodes).toEqual([]);
    expect(graphIn(file, ['constructor']).nodes).toEqual([]);
  });
});

describe('withGraphIn', () => {
  it('puts a changed graph back where it came from', () => {
    const inner = { ...graphIn(file, ['part']), output: 'inner' };
    const changed = withGraphIn(file, ['part'], inner);
    expect(changed.graphs['part']?.output).toBe('inner');
    expect(changed.nodes).toBe(file.nodes);
  });

  it('keeps the graphs of the file when its own nodes change', () => {
    const more = { ...file, graphs: { ...file.graphs, other: graphIn(file, ['part']) } };
    expect(Object.keys(withGraphIn(more, [], file).graphs)).toEqual(['part', 'other']);
  });
});

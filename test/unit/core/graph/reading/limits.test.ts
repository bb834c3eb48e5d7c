import { describe, expect, it } from 'vitest';
import * as limits from '../../../../../core/graph/reading/limits.ts';
import { readGraph } from '../../../../../core/graph/reading/read-graph.ts';

const errorsOf = (node: object) => readGraph({ nodes: [node] }).problems.length;

describe('limits', () => {
  it('are where reading ends', () => {
    expect(errorsOf({ id: 'x'.repeat(limits.MAX_ID) })).toBe(0);
    expect(errorsOf({ id: 'x'.repeat(limits.MAX_ID + 1) })).toBe(1);
    expect(errorsOf({ id: 'a', prompt: 'x'.repeat(limits.MAX_PROMPT) })).toBe(0);
    expect(errorsOf({ id: 'a', prompt: 'x'.repeat(limits.MAX_PROMPT + 1) })).toBe(1);
    expect(readGraph({ nodes: [{ id: 'a' }] }).graph.nodes[0]).toMatchObject({ agent: limits.DEFAULT_AGENT });
  });
});

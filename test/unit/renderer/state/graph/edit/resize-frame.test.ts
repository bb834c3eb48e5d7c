import { describe, expect, it } from 'vitest';
import { readGraph } from '../../../../../../core/graph/index.ts';
import { resizeFrame } from '../../../../../../renderer/state/graph/edit/resize-frame.ts';

const { graph } = readGraph({
  nodes: [{ id: 'a' }, { id: 'f', kind: 'frame', size: { width: 400, height: 200 } }],
});
const sizeIn = (changed: typeof graph) => {
  const frame = changed.nodes[1];
  return frame?.kind === 'frame' ? frame.size : undefined;
};

describe('resizeFrame', () => {
  it('gives a frame another size in steps of the grid, never too small for a card', () => {
    expect(sizeIn(resizeFrame(graph, 'f', { width: 413, height: 331 }, 8))).toEqual({
      width: 416,
      height: 328,
    });
    expect(sizeIn(resizeFrame(graph, 'f', { width: -5, height: 0 }, 8))).toEqual({ width: 160, height: 96 });
  });

  it('leaves the very graph where nothing changes or nothing is a frame', () => {
    expect(resizeFrame(graph, 'f', { width: 401, height: 199 }, 8)).toBe(graph);
    expect(resizeFrame(graph, 'a', { width: 900, height: 900 }, 8)).toBe(graph);
  });
});

import { describe, expect, it } from 'vitest';
import { placeShape } from '../../../../../../../renderer/features/session/graph-run/canvas/place-shape.ts';
import { runShape } from '../../../../../../../renderer/features/session/graph-run/canvas/run-shape.ts';
import { runTree } from '../../../../../../../renderer/state/index.ts';
import { nodeRun } from '../../../../state/graph-run/node-run.ts';

const shapeOf = (nodes: Parameters<typeof runTree>[0], open: readonly string[]) =>
  runShape(runTree(nodes), new Set(open), () => undefined);

describe('placeShape', () => {
  const nodes = [
    nodeRun('list'),
    nodeRun('each', { deps: ['list'] }),
    nodeRun('each[0]', { parent: 'each' }),
    nodeRun('each[1]', { parent: 'each', deps: ['each[0]'] }),
    nodeRun('each[1]/deep', { parent: 'each[1]' }),
  ];

  it('makes a frame as large as what stands in it, at any depth', () => {
    const placed = placeShape(shapeOf(nodes, ['each', 'each[1]']), null);
    for (const [inner, outer] of [
      ['each[0]', 'each'],
      ['each[1]', 'each'],
      ['each[1]/deep', 'each[1]'],
    ] as const) {
      const [box, frame] = [placed.get(inner), placed.get(outer)];
      expect(box?.x).toBeGreaterThan(0);
      expect(box?.y).toBeGreaterThan(0);
      expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThan(frame?.width ?? 0);
      expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThan(frame?.height ?? 0);
    }
  });

  it('puts what hangs together with nothing in rows that do not overlap', () => {
    const apart = Array.from({ length: 7 }, (_, index) => nodeRun(`n${index}`));
    const placed = placeShape(shapeOf(apart, []), null);
    const corners = [...placed.values()].map(({ x, y }) => `${x} ${y}`);
    expect(new Set(corners).size).toBe(7);
    expect(Math.max(...[...placed.values()].map(({ y }) => y))).toBeGreaterThan(0);
  });

  it('takes the places that the graph says', () => {
    const own = new Map([
      ['list', { x: 7, y: 8 }],
      ['each', { x: 900, y: 8 }],
    ]);
    expect(placeShape(shapeOf(nodes, []), own).get('list')).toMatchObject({ x: 7, y: 8 });
  });

  it('has nothing to place in an empty graph', () => {
    expect(placeShape(shapeOf([], []), null).size).toBe(0);
  });
});

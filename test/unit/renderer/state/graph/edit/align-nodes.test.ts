import { describe, expect, it } from 'vitest';
import { alignNodes, distributeNodes } from '../../../../../../renderer/state/graph/edit/align-nodes.ts';

const box = (id: string, x: number, y: number) => ({ id, x, y, width: 100, height: 50 });
const boxes = [box('a', 0, 0), box('b', 130, 200), box('c', 400, 90)];

describe('alignNodes', () => {
  it.each([
    ['left', 'x', [0, 0, 0]],
    ['centre', 'x', [200, 200, 200]],
    ['right', 'x', [400, 400, 400]],
    ['top', 'y', [0, 0, 0]],
    ['middle', 'y', [100, 100, 100]],
    ['bottom', 'y', [200, 200, 200]],
  ] as const)('puts cards on one line: %s', (how, axis, expected) => {
    const places = alignNodes(boxes, how);
    expect(boxes.map(({ id }) => places.get(id)?.[axis])).toEqual(expected);
    const other = axis === 'x' ? 'y' : 'x';
    expect(boxes.map(({ id }) => places.get(id)?.[other])).toEqual(boxes.map((one) => one[other]));
  });
});

describe('distributeNodes', () => {
  it('makes the gaps equal and leaves first and last', () => {
    const places = distributeNodes(boxes, 'x');
    expect(boxes.map(({ id }) => places.get(id)?.x)).toEqual([0, 200, 400]);
    expect([...distributeNodes(boxes, 'y').values()].map(({ y }) => y)).toEqual([0, 100, 200]);
  });

  it('moves nothing where there are fewer than three', () => {
    expect(distributeNodes(boxes.slice(0, 2), 'x').size).toBe(0);
  });
});

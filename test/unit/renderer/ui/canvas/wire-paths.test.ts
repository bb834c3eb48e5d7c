import { getBezierPath, type Position } from '@xyflow/react';
import { describe, expect, it } from 'vitest';
import { bendOf, wirePaths } from '../../../../../renderer/ui/canvas/wire-paths.ts';

const wire = (tone: string, fromX: number, toX: number) => ({
  id: `${fromX} ${toX}`,
  tone,
  fromX,
  fromY: 0,
  toX,
  toY: 10,
});

describe('wirePaths', () => {
  it('draws the wires of a look that begin near each other together', () => {
    const paths = wirePaths([wire('plain', 0, 200), wire('plain', 20, 220), wire('lit', 0, 100)]);
    expect(paths.map(({ tone, path }) => [tone, path])).toEqual([
      ['plain', 'M0 0C100 0 100 10 200 10M20 0C120 0 120 10 220 10'],
      ['lit', 'M0 0C50 0 50 10 100 10'],
    ]);
    const apart = wirePaths([wire('plain', 0, 200), wire('plain', 9000, 9200)]);
    expect(new Set(apart.map(({ key }) => key)).size).toBe(2);
  });

  it('bends them like single wires', () => {
    for (const toX of [200, 400, -300]) {
      const [path] = getBezierPath({
        sourceX: 0,
        sourceY: 0,
        sourcePosition: 'right' as Position,
        targetX: toX,
        targetY: 10,
        targetPosition: 'left' as Position,
      });
      const bend = bendOf({ fromX: 0, toX });
      expect(path).toBe(`M0,0 C${bend},0 ${toX - bend},10 ${toX},10`);
    }
  });
});

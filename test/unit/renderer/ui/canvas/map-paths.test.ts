import { describe, expect, it } from 'vitest';
import { boundsOf, mapPaths } from '../../../../../renderer/ui/canvas/map-paths.ts';

const box = (id: string, x: number, y: number) => ({ id, x, y, width: 10, height: 5 });

describe('boundsOf', () => {
  it('goes around all boxes, and is a point for none', () => {
    expect(boundsOf([box('a', -5, 0), box('b', 20, 30)])).toEqual({ x: -5, y: 0, width: 35, height: 35 });
    expect(boundsOf([])).toEqual({ x: 0, y: 0, width: 0, height: 0 });
  });
});

describe('mapPaths', () => {
  it('draws the cards of a colour together', () => {
    const paths = mapPaths([box('a', 0, 0), box('b', 20, 0), box('c', 0, 9)], (id) =>
      id === 'b' ? 'red' : 'blue',
    );
    expect(Object.fromEntries(paths)).toEqual({
      blue: 'M0 0h10v5h-10zM0 9h10v5h-10z',
      red: 'M20 0h10v5h-10z',
    });
  });
});

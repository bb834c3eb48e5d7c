import { describe, expect, it } from 'vitest';
import { found } from './found-problems.ts';

describe('checkIds', () => {
  it('finds ids that are used twice, and ids of what is inside of others', () => {
    const nodes = [
      { id: 'a' },
      { id: 'a' },
      { id: 'each', kind: 'map', over: '{{inputs.x}}', max_items: 2 },
      { id: 'each[1]' },
      { id: 'each/notes' },
      { id: 'a/b' },
      { id: 'each-other' },
    ];
    expect(found({ nodes, inputs: { x: '1' } })).toEqual([
      ['duplicate-id', 'a'],
      ['duplicate-id', 'each[1]'],
      ['duplicate-id', 'each/notes'],
    ]);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PlanItem } from '../../../../../core/graph/plan/plan-items.ts';
import { itemFinder, namedItems, plannedId } from '../../../../../core/graph/plan/plan-names.ts';

const item = (id: string | null, title: string | null = null): PlanItem => ({
  id,
  title,
  prompt: 'x',
  agent: null,
  deps: [],
  kind: 'task',
  output: 'text',
});

describe('plannedId', () => {
  it('can stand in a path of ids', () => {
    expect(plannedId(' Scope / the "goal" [1] ')).toBe('Scope-the-goal-1');
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        const id = plannedId(text);
        expect(id).toMatch(/^[\p{L}\p{N}._-]*$/u);
        expect(id.length).toBeLessThanOrEqual(60);
        expect(id.isWellFormed()).toBe(true);
      }),
    );
  });
});

describe('namedItems', () => {
  it('gives every item an id of its own, whatever was there before', () => {
    const named = namedItems([item('a'), item('a'), item(null, 'Two words'), item('///')], ['a']);
    expect(named.map(({ id }) => id)).toEqual(['a-2', 'a-3', 'Two-words', 'task-4']);
    expect(named.map(({ renamedFrom }) => renamedFrom)).toEqual(['a', 'a', null, null]);
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', 'a-2', 'a-3', 'b', '')), (ids) => {
        const all = namedItems(
          ids.map((id) => item(id)),
          ['b'],
        ).map(({ id }) => id);
        expect(new Set([...all, 'b']).size).toBe(ids.length + 1);
      }),
    );
  });
});

describe('itemFinder', () => {
  it('finds by id as written, by id as it is, by title', () => {
    const items = [item('Step 1', 'Scope'), item('a'), item('a'), item('scope')];
    const named = namedItems(items, []);
    const find = itemFinder(named, items);
    expect(['step_1', 'Step-1', 'A', 'a-2', 'SCOPE', 'nobody'].map(find)).toEqual([
      'Step-1',
      'Step-1',
      'a',
      'a-2',
      'scope',
      undefined,
    ]);
  });
});

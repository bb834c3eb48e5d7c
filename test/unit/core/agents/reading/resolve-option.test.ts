import { describe, expect, it } from 'vitest';
import { rankingEntries, resolveOption } from '../../../../../core/agents/reading/resolve-option.ts';

const options = [
  { id: 'A', text: 'Begin with one region', by: 'Athena' },
  { id: 'B', text: 'Begin with two regions and a witness', by: 'Apollo' },
  { id: 'C', text: 'Wait for data', by: null },
];
const idOf = (value: string) => resolveOption(options, value)?.id;

describe('resolveOption', () => {
  it.each([
    ['B', 'B'],
    ['b', 'B'],
    ['(B)', 'B'],
    ['B.', 'B'],
    ['B) Begin with', 'B'],
    ['B: two regions', 'B'],
    ['**B**', 'B'],
    ['Option B', 'B'],
    ['option (c)', 'C'],
    ['Proposal A, because', 'A'],
    ['B (Begin with two regions and a witness)', 'B'],
    ['Wait for data', 'C'],
    ['"wait for data."', 'C'],
    ['I would wait for data first', 'C'],
    ['two regions and a witness', 'B'],
    ["Apollo's proposal", 'B'],
    ['the one by Athena', 'A'],
  ])('reads %j as %s', (value, id) => {
    expect(idOf(value)).toBe(id);
  });

  it.each(['', 'D', 'none of them', 'Begin with', 'A region is enough', 'Athena or Apollo', '***'])(
    'finds no option in %j',
    (value) => {
      expect(idOf(value)).toBeUndefined();
    },
  );

  it('prefers the whole text of an option to a letter at its beginning', () => {
    const tricky = [
      { id: 'A', text: 'B: the second plan', by: null },
      { id: 'B', text: 'another', by: null },
    ];
    expect(resolveOption(tricky, 'B: the second plan')?.id).toBe('A');
  });
});

describe('rankingEntries', () => {
  it.each([
    ['B > A > C', ['B', 'A', 'C']],
    ['B, A, C', ['B', 'A', 'C']],
    ['1. B\n2. A\n3. C', ['B', 'A', 'C']],
    ['- B\n- A', ['B', 'A']],
    ['B; A', ['B', 'A']],
    ['', []],
  ])('breaks %j', (value, entries) => {
    expect(rankingEntries(value)).toEqual(entries);
  });

  it('takes no more entries than a vote can have', () => {
    expect(rankingEntries('A>'.repeat(100_000)).length).toBeLessThanOrEqual(64);
  });
});

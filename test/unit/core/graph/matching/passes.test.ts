import { describe, expect, it } from 'vitest';
import { passes } from '../../../../../core/graph/matching/passes.ts';

describe('passes', () => {
  it.each([
    [{ kind: 'contains', text: ' LGTM ' }, 'Well. lgtm!', true],
    [{ kind: 'contains', text: 'yes' }, 'no', false],
    [{ kind: 'equals', text: 'Yes' }, ' yes\n', true],
    [{ kind: 'equals', text: 'yes' }, 'yes.', false],
    [{ kind: 'matches', text: '^score: \\d+$' }, ' Score: 12 ', true],
    [{ kind: 'matches', text: '(a)\\1' }, 'aa', false],
    [{ kind: 'empty' }, ' \n', true],
    [{ kind: 'empty' }, '.', false],
  ] as const)('%j of %j is %s', (test, text, answer) => {
    expect(passes(test, text)).toBe(answer);
  });

  it.each([
    ['8', 8],
    ['I give it 7/10.', 7],
    ['7.5 of 10', 7.5],
    ['1,200.5 units', 1200.5],
    ['1,2,3', 1],
    ['score: -2', -2],
    ['between 3-5', 3],
    ['gpt-4 is good', 4],
    ['12,3456', 12],
  ])('reads the first number of %j', (text, number) => {
    expect(passes({ kind: 'above', number: number - 0.01 }, text)).toBe(true);
    expect(passes({ kind: 'below', number: number + 0.01 }, text)).toBe(true);
    expect(passes({ kind: 'above', number }, text)).toBe(false);
    expect(passes({ kind: 'below', number }, text)).toBe(false);
  });

  it('finds a text without a number neither above nor below', () => {
    expect(passes({ kind: 'above', number: -1e9 }, 'none')).toBe(false);
    expect(passes({ kind: 'below', number: 1e9 }, 'none')).toBe(false);
  });
});

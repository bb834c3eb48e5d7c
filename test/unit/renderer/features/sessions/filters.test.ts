import { describe, expect, it } from 'vitest';
import type { SessionSummary } from '../../../../../core/contract/index.ts';
import {
  isNarrowed,
  listInput,
  noFilters,
  withNews,
} from '../../../../../renderer/features/sessions/filters.ts';

describe('listInput', () => {
  it('sends only what narrows the list', () => {
    expect(listInput(noFilters)).toEqual({});
    expect(listInput({ query: '  edge ', mode: 'debate' })).toEqual({ query: 'edge', mode: 'debate' });
    expect(listInput({ query: ' ', status: 'ended', outcome: 'converged' })).toEqual({
      status: 'ended',
      outcome: 'converged',
    });
  });
});

describe('isNarrowed', () => {
  it('takes blanks for nothing', () => {
    expect(isNarrowed({ query: '  ' })).toBe(false);
    expect(isNarrowed({ query: '', mode: 'single' })).toBe(true);
  });
});

describe('withNews', () => {
  const item = (id: string, turns: number) => ({ id, turns }) as SessionSummary;

  it('shows the newest state of each row, in its place', () => {
    const rows = withNews([item('a', 1), item('b', 1)], new Map([['b', item('b', 4)]]), new Set());
    expect(rows.map(({ id, turns }) => [id, turns])).toEqual([
      ['a', 1],
      ['b', 4],
    ]);
  });

  it('takes deleted sessions out', () => {
    expect(withNews([item('a', 1), item('b', 1)], new Map(), new Set(['a'])).map(({ id }) => id)).toEqual([
      'b',
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import type { SessionSummary } from '../../../../../core/contract/index.ts';
import {
  sessionsInOrder,
  spentSince,
  startOfDay,
  withoutSession,
  withSummaries,
} from '../../../../../renderer/state/workspace/session-book.ts';

const summary = (id: string, at: number, rest: Partial<SessionSummary> = {}): SessionSummary => ({
  id,
  name: id,
  mode: 'debate',
  status: 'running',
  outcome: null,
  topic: 'topic',
  participants: [],
  models: [],
  project: 'default',
  stub: true,
  round: 0,
  max_rounds: 3,
  turns: 0,
  totals: { usd: 0, tokens: { input: 0, output: 0 }, calls: 0, repeated_calls: 0 },
  created_at: at,
  updated_at: at,
  ended_at: null,
  ...rest,
});

const totals = (usd: number | null) => ({ totals: { ...summary('x', 0).totals, usd } });

describe('withSummaries', () => {
  it('keeps the newer news when the older one arrives late', () => {
    const book = withSummaries(new Map(), [summary('a', 1, { updated_at: 9, turns: 4 })]);
    const late = withSummaries(book, [summary('a', 1, { updated_at: 5, turns: 2 })]);
    expect(late.get('a')?.turns).toBe(4);
  });

  it('leaves the book it was given as it was', () => {
    const book = withSummaries(new Map(), [summary('a', 1)]);
    withSummaries(book, [summary('b', 2)]);
    withoutSession(book, 'a');
    expect([...book.keys()]).toEqual(['a']);
  });
});

describe('sessionsInOrder', () => {
  it('puts the newest first', () => {
    const book = withSummaries(new Map(), [summary('a', 1), summary('b', 3), summary('c', 2)]);
    expect(sessionsInOrder(book).map(({ id }) => id)).toEqual(['b', 'c', 'a']);
  });
});

describe('spentSince', () => {
  it('adds up what is known and counts what is not', () => {
    const book = withSummaries(new Map(), [
      summary('old', 1, totals(5)),
      summary('a', 10, totals(0.25)),
      summary('b', 11, totals(0.5)),
      summary('c', 12, totals(null)),
    ]);
    expect(spentSince(book, 10)).toEqual({ usd: 0.75, unknown: 1 });
  });
});

describe('startOfDay', () => {
  it('is the local midnight before', () => {
    const noon = new Date(2025, 3, 5, 12, 30).getTime();
    expect(startOfDay(noon)).toBe(new Date(2025, 3, 5).getTime());
  });
});

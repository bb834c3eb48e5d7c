import { expect, it } from 'vitest';
import { detailText } from '../../../../cli/transcript/detail-text.ts';
import { createPaint } from '../../../../cli/transcript/paint.ts';
import type { SessionDetail } from '../../../../core/contract/index.ts';
import { turnEnded } from './events.ts';

it('shows turns by round, what was left, and the outcome', () => {
  const turns = [turnEnded('a', 'First.'), turnEnded('b', 'Second.')].map(({ data }) => data);
  const detail = {
    id: 'x',
    name: 'name\u0007',
    mode: 'debate',
    status: 'interrupted',
    outcome: null,
    reason: null,
    topic_start: 'Topic',
    topic_final: null,
    participants: ['Athena'],
    turns,
    incomplete: [{ agent: 'Apollo', kind: 'rebuttal', text: 'Half', reason: 'interrupted' }],
    rounds_executed: 1,
    totals: { usd: 0, tokens: { input: 1, output: 2 }, calls: 2, repeated_calls: 0 },
    digest: 'd'.repeat(64),
  } as unknown as SessionDetail;
  const text = detailText(detail, createPaint(false));
  expect(text.match(/── Round 1/g)).toHaveLength(1);
  expect(text).toContain('Apollo · rebuttal\nHalf\n  incomplete: interrupted');
  expect(text).toContain('\ninterrupted\n');
  expect(text).toMatch(/^name · debate/);
  expect(text.endsWith(`digest ${'d'.repeat(64)}\n`)).toBe(true);
});

it('shows turns of a task graph by their nodes, without rounds', () => {
  const detail = {
    id: 'x',
    name: 'graph',
    mode: 'workflow',
    status: 'ended',
    outcome: 'completed',
    reason: null,
    topic_start: 'graph',
    topic_final: null,
    participants: ['Athena'],
    turns: [{ ...turnEnded('a', 'First.').data, node: 'draft\u0007' }],
    incomplete: [],
    rounds_executed: 0,
    totals: { usd: 0, tokens: { input: 1, output: 2 }, calls: 1, repeated_calls: 0 },
    digest: 'd'.repeat(64),
  } as unknown as SessionDetail;
  const text = detailText(detail, createPaint(false));
  expect(text).not.toContain('Round');
  expect(text).toMatch(/Athena · \w+ of draft\nFirst\./);
  expect(text).toContain('\n1 call · 1 in, 2 out');
});

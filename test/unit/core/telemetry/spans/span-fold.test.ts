import { expect, it } from 'vitest';
import {
  beginSpan,
  emptySpanFold,
  endRound,
  endSpan,
  markSpan,
} from '../../../../../core/telemetry/spans/span-fold.ts';
import { spanIdOf } from '../../../../../core/telemetry/spans/span-ids.ts';

const opened = () => {
  const fold = emptySpanFold('s', 'around');
  beginSpan(fold, 'session', 10, { within: null, name: 'S', attributes: { a: 1 } });
  beginSpan(fold, 'node:x', 20, { within: 'session', name: 'X', attributes: {} });
  return fold;
};

it('puts a session below the span around it and what is in it below the session', () => {
  const [session, node] = [...opened().spans.values()];
  expect(session).toMatchObject({
    id: spanIdOf('s', 'session'),
    parentId: 'around',
    startedAt: 10,
    endedAt: null,
  });
  expect(node).toMatchObject({ parentId: session?.id, startedAt: 20 });
});

it('begins and ends a span once', () => {
  const fold = opened();
  beginSpan(fold, 'node:x', 99, { within: null, name: 'again', attributes: {} });
  endSpan(fold, 'node:x', 30, { attributes: { b: 2 } });
  endSpan(fold, 'node:x', 40, { error: { type: 'late', message: '' } });
  endSpan(fold, 'node:unknown', 40);
  expect(fold.spans.get('node:x')).toMatchObject({ name: 'X', startedAt: 20, endedAt: 30, error: null });
  expect(fold.spans.get('node:x')?.attributes).toEqual({ b: 2 });
});

it('ends no span before it began, whatever the clock says', () => {
  const fold = opened();
  endSpan(fold, 'node:x', 5);
  expect(fold.spans.get('node:x')?.endedAt).toBe(20);
});

it('puts marks beside spans that it knows', () => {
  const fold = opened();
  markSpan(fold, 'node:x', { at: 25, type: 'node-due' }, { wait: 1 });
  markSpan(fold, 'node:unknown', { at: 25, type: 'node-due' });
  expect(fold.spans.get('node:x')?.marks).toEqual([{ at: 25, name: 'node-due', attributes: { wait: 1 } }]);
});

it('ends a round when something of it happened last', () => {
  const fold = opened();
  beginSpan(fold, 'round:3', 11, { within: 'session', name: 'R', attributes: {} });
  fold.round = { key: 'round:3', number: 1, lastAt: 17 };
  endRound(fold);
  endRound(fold);
  expect(fold.spans.get('round:3')?.endedAt).toBe(17);
  expect(fold.round).toBeNull();
});

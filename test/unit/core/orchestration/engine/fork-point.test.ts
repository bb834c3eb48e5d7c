import { describe, expect, it } from 'vitest';
import type { RunEvent } from '../../../../../core/contract/index.ts';
import { forkedDrafts, forkPoint } from '../../../../../core/orchestration/engine/fork-point.ts';
import { createdWith } from '../../../../support/cast.ts';

const event = (seq: number, type: string, data: unknown): RunEvent =>
  ({ seq, type, data, session_id: 'a', version: 1, at: seq, prev: '', hash: '' }) as RunEvent;

const log = [
  event(1, 'session-created', createdWith()),
  event(2, 'round-started', {}),
  event(3, 'turn-started', { task_id: 'x' }),
  event(4, 'turn-failed', { task_id: 'x' }),
  event(5, 'session-ended', {}),
];

describe('forkPoint', () => {
  it('begins before the turn that failed, or where it is told, and never keeps an end', () => {
    expect(forkPoint(log, undefined)).toMatchObject({ seq: 2 });
    expect(forkPoint(log, 5).events.map(({ type }) => type)).not.toContain('session-ended');
  });

  it('refuses a place that is not there, and a retry where nothing failed', () => {
    expect(() => forkPoint(log, 9)).toThrow(/no event 9/i);
    expect(() => forkPoint(log.slice(0, 3), undefined)).toThrow(/No turn/);
  });

  it('says in its first event where it comes from', () => {
    const [first] = forkedDrafts(forkPoint(log, 3), { from: 'old', children: [] });
    expect(first?.data).toMatchObject({ forked_from: { session_id: 'old', seq: 3 } });
    expect(first?.data).toEqual({ ...log[0]?.data, forked_from: { session_id: 'old', seq: 3 } });
  });

  it('names the copies of sessions inside, and the session around one that is inside itself', () => {
    const point = {
      seq: 3,
      events: [
        event(1, 'session-created', createdWith({ metadata: { parent: 'old', node: 'n', project: 'p' } })),
        event(2, 'child-started', { node: 'a', session_id: 'running' }),
        event(3, 'child-started', { node: 'b', session_id: 'ended' }),
      ],
    };
    const children = [{ from: 'running', id: 'copy' }];
    const drafts = forkedDrafts(point, { from: 'old', parent: 'fork', children });
    expect(drafts.map(({ data }) => data)).toMatchObject([
      { specification: { metadata: { parent: 'fork', node: 'n', project: 'p' } } },
      { node: 'a', session_id: 'copy' },
      { node: 'b', session_id: 'ended' },
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import { type EventDraft, eventCatalog, type RunEvent } from '../../../../core/contract/index.ts';
import { noticeOf } from '../../../../core/projections/notice-of.ts';
import { logOf } from './session-log.ts';

const told = (draft: EventDraft) => noticeOf(logOf([draft], 9)[0] as RunEvent, 3);

describe('noticeOf', () => {
  it.each<[EventDraft, string, string]>([
    [
      { type: 'pause-requested', data: { by: 'user', when: 'now' } },
      'pause',
      'Pausing now; what was said so far is kept.',
    ],
    [
      { type: 'pause-requested', data: { by: 'user', when: 'after-turn' } },
      'pause',
      'Pausing after the running turns.',
    ],
    [{ type: 'session-paused', data: { reason: 'user' } }, 'pause', 'Paused.'],
    [
      {
        type: 'budget-awaited',
        data: {
          ...{ task_id: 't', call_id: '1.1', model: 'lab/a', link: 0, scope: 'project', key: 'edge' },
          ...{ unit: 'usd', cap: 3, spent: 1, reserved: 1, needed: 2 },
        },
      },
      'limit',
      'A call of lab/a had to wait for room in the budget of the project edge.',
    ],
    [
      { type: 'session-resumed', data: { reason: 'user', lost_calls: [], incomplete: [] } },
      'resume',
      'Resumed.',
    ],
    [
      { type: 'session-resumed', data: { reason: 'step', lost_calls: [], incomplete: [] } },
      'resume',
      'Going on for one turn.',
    ],
    [
      { type: 'session-resumed', data: { reason: 'signal', lost_calls: [], incomplete: [] } },
      'resume',
      'Resumed after it was ended.',
    ],
    [
      { type: 'session-resumed', data: { reason: 'crash', lost_calls: ['1.1', '2.1'], incomplete: [] } },
      'resume',
      'Resumed after a crash; 2 calls lost and made again.',
    ],
    [
      { type: 'session-interrupted', data: { reason: 'The app was closed.' } },
      'interrupted',
      'Interrupted: The app was closed.',
    ],
    [
      { type: 'stop-requested', data: { by: 'user', synthesis: false } },
      'stop',
      'Stopped by user, without a synthesis.',
    ],
    [{ type: 'rounds-extended', data: { by: 'user', rounds: 1 } }, 'extend', '1 round added.'],
    [
      { type: 'deadline-passed', data: { cap: 60, elapsed: 61 } },
      'deadline',
      'The time cap of 60 s is reached.',
    ],
    [
      { type: 'limit-reached', data: { limit: 'rounds', cap: 6, spent: 6 } },
      'limit',
      'The cap of 6 rounds is reached.',
    ],
    [
      { type: 'limit-reached', data: { limit: 'seconds', cap: 6, spent: 7 } },
      'limit',
      'The time cap of 6 s is reached.',
    ],
    [
      { type: 'limit-reached', data: { limit: 'tokens', cap: 10, spent: 6, needed: 5 } },
      'limit',
      'The token cap of 10 is reached: 6 spent, and the next call may need 5.',
    ],
  ])('%j', (draft, kind, text) => {
    expect(told(draft)).toEqual({
      seq: 9,
      at: 1_700_000_009_000,
      round: 3,
      kind,
      agent: null,
      text,
      whisper: false,
    });
  });

  it('names whom words or a skip are for', () => {
    const words = { from: 'moderator', text: 'Be brief.' } as const;
    expect(
      told({ type: 'interjection-recorded', data: { ...words, to: 'all', whisper: false } }),
    ).toMatchObject({
      kind: 'interjection',
      from: 'moderator',
      agent: null,
      text: 'Be brief.',
      whisper: false,
    });
    expect(
      told({ type: 'interjection-recorded', data: { ...words, to: 'Athena', whisper: true } }),
    ).toMatchObject({
      agent: 'Athena',
      whisper: true,
    });
    expect(told({ type: 'speaker-skipped', data: { by: 'user', round: 3, agent: 'Apollo' } })).toMatchObject({
      kind: 'skip',
      agent: 'Apollo',
    });
  });

  it('is silent about everything that has a place of its own on the screen', () => {
    const silent = [
      'session-created',
      'round-started',
      'turn-started',
      'call-ended',
      'cost-recorded',
      'turn-ended',
      'convergence-measured',
      'vote-opened',
      'vote-cast',
      'vote-tallied',
      'session-ended',
    ];
    for (const type of silent) {
      expect(eventCatalog).toHaveProperty(type);
      expect(told({ type, data: {} } as unknown as EventDraft)).toBeUndefined();
    }
  });
});

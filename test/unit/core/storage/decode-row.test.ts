import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { canonicalJson } from '../../../../core/contract/index.ts';
import { decodeRow, type EventCatalog } from '../../../../core/storage/decode-row.ts';
import { sessionIdOf, turnDraft, wholeSession } from '../../../conformance/event-store/sample-drafts.ts';

const row = (type: string, data: unknown, version = 1) => ({ type, version, data: JSON.stringify(data) });

describe('decodeRow', () => {
  it('takes every event of a session', () => {
    for (const { type, data } of wholeSession(sessionIdOf(1), 1)) {
      const text = canonicalJson(data);
      expect(decodeRow({ type, version: 1, data: text }, {})).toEqual({ kind: 'event', version: 1, text });
    }
  });

  it('keeps what the schema does not know, byte by byte', () => {
    const data = ' { "changes" : {}, "more": [1] }';
    expect(decodeRow({ type: 'settings-changed', version: 1, data }, {})).toEqual({
      kind: 'event',
      version: 1,
      text: data,
    });
  });

  it.each([
    ['an unknown type', row('nothing-happened', {}), /"nothing-happened" is not known/],
    ['a type that every object has', row('constructor', {}), /"constructor" is not known/],
    ['a newer version', row('settings-changed', {}, 2), /version 2 is newer/],
    ['text that is not JSON', { type: 'settings-changed', version: 1, data: '{' }, /not JSON/],
    ['data of another shape', row('settings-changed', { changes: 1 }), /changes: .*expected record/i],
    ['a list', row('turn-ended', []), /shape of a turn-ended/],
    ['a version below the first', row('settings-changed', {}, 0), /nothing leads from its version 0/],
  ])('says why it cannot read %s', (_name, damaged, reason) => {
    const decoded = decodeRow(damaged, {});
    expect(decoded.kind === 'unreadable' && decoded.message).toMatch(reason);
  });

  describe('with a type that has changed twice', () => {
    const catalog: EventCatalog = {
      ...Object.fromEntries([['turn-ended', { version: 1, data: z.unknown() }]]),
      'cost-recorded': {
        version: 3,
        data: z.object({ micro_usd: z.number().int(), estimated: z.boolean() }),
      },
    };
    const steps = {
      'cost-recorded': {
        1: (data: unknown) => ({ micro_usd: Math.round((data as { usd: number }).usd * 1e6) }),
        2: (data: unknown) => ({ ...(data as object), estimated: false }),
      },
    };

    it('brings old rows to the newest version', () => {
      expect(decodeRow(row('cost-recorded', { usd: 0.0015 }, 1), steps, catalog)).toEqual({
        kind: 'event',
        version: 3,
        text: '{"micro_usd":1500,"estimated":false}',
      });
      expect(decodeRow(row('cost-recorded', { micro_usd: 7 }, 2), steps, catalog)).toMatchObject({
        text: '{"micro_usd":7,"estimated":false}',
      });
    });

    it('checks what comes out, and survives a step that fails', () => {
      expect(decodeRow(row('cost-recorded', { usd: 'much' }, 1), steps, catalog)).toMatchObject({
        kind: 'unreadable',
        message: expect.stringMatching(/micro_usd/),
      });
      expect(decodeRow(row('cost-recorded', null, 1), steps, catalog)).toMatchObject({
        kind: 'unreadable',
        message: expect.stringMatching(/shape of version 1/),
      });
    });

    it('reads the other types as before', () => {
      const { data } = turnDraft(sessionIdOf(1), 1);
      expect(decodeRow(row('turn-ended', data), steps, catalog).kind).toBe('event');
    });
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ReservationRequest } from '../../../../../../core/storage/reservations.ts';
import { openLeases } from '../../../../../../core/storage/sqlite/writer/leases.ts';
import { openReservationRows } from '../../../../../../core/storage/sqlite/writer/reservation-rows.ts';
import { livingOwner } from '../../../../../conformance/event-store/adapter.ts';
import { sessionIdOf } from '../../../../../conformance/event-store/sample-drafts.ts';
import { AT, countRows, leaseFor, openEventDatabase } from '../event-database.ts';

const [live, dead] = [sessionIdOf(1), sessionIdOf(2)];

const open = async () => {
  const file = await openEventDatabase();
  openLeases(file.database).create(leaseFor(live));
  const rows = openReservationRows(file.database);
  const reserve = (callId: string, microUsd: number, change: Partial<ReservationRequest> = {}) =>
    rows.reserve({
      sessionId: live,
      callId,
      owner: livingOwner(),
      at: AT,
      day: '2026-11-21',
      project: 'p',
      microUsd,
      tokens: 10,
      caps: { day: { microUsd: 100 }, project: {} },
      ...change,
    });
  const spent = (scope: string) =>
    file.database.prepare('SELECT micro_usd FROM spendings WHERE scope = ?').pluck().get(scope) ?? 0;
  return { ...file, rows, reserve, spent };
};

describe('reservations', () => {
  it('grants up to the cap, waits for running calls, and refuses what cannot fit', async () => {
    const { rows, reserve, spent } = await open();
    expect(reserve('1', 60).kind).toBe('granted');
    expect(reserve('1', 60).kind).toBe('granted');
    expect(reserve('2', 41)).toMatchObject({
      kind: 'awaited',
      standing: { scope: 'day', unit: 'usd', cap: 100, spent: 0, reserved: 60, needed: 41 },
    });
    expect(reserve('3', 101).kind).toBe('refused');
    rows.settle(live, [{ callId: '1', microUsd: 59, tokens: 3 }]);
    expect(spent('day')).toBe(59);
    expect(spent('project')).toBe(59);
    expect(reserve('2', 41).kind).toBe('granted');
    expect(reserve('4', 42).kind).toBe('refused');
  });

  it('waits for nobody whose run is dead, and stops nothing that is free', async () => {
    const { reserve } = await open();
    expect(reserve('1', 60, { sessionId: dead }).kind).toBe('granted');
    expect(reserve('2', 41).kind).toBe('refused');
    expect(reserve('2', 0).kind).toBe('granted');
    expect(reserve('3', 0, { caps: { day: { tokens: 25 }, project: {} } })).toMatchObject({
      standing: { unit: 'tokens' },
    });
  });

  it('waits for calls without a session while their process lives', async () => {
    const { reserve } = await open();
    expect(reserve('1', 60, { sessionId: 'system' }).kind).toBe('granted');
    expect(reserve('2', 41).kind).toBe('awaited');
  });

  it('gives back, keeps what is on record, and counts an unknown end in full', async () => {
    const file = await open();
    for (const callId of ['1', '2', '3']) file.reserve(callId, 20);
    file.rows.release(live, '1');
    file.rows.keepOnly(live, ['3']);
    expect(countRows(file, 'reservations')).toBe(1);
    file.rows.settle(live, [{ callId: 'never reserved', microUsd: 7 }, { callId: null }]);
    expect(file.spent('day')).toBe(20);
    expect(countRows(file, 'reservations')).toBe(0);
  });

  it('never lets spent and reserved pass the cap, whatever comes in which order', async () => {
    const { rows, reserve, database } = await open();
    const total = () =>
      database
        .prepare(
          `SELECT coalesce((SELECT sum(micro_usd) FROM spendings WHERE scope = 'day'), 0)
             + coalesce((SELECT sum(micro_usd) FROM reservations), 0)`,
        )
        .pluck()
        .get() as number;
    const act = fc.record({
      call: fc.integer({ min: 1, max: 6 }),
      amount: fc.nat(60),
      kind: fc.constantFrom('reserve', 'settle', 'release'),
    });
    fc.assert(
      fc.property(fc.array(act, { maxLength: 40 }), (acts) => {
        database.exec('DELETE FROM reservations; DELETE FROM spendings');
        const held = new Map<string, number>();
        for (const { call, amount, kind } of acts) {
          const callId = String(call);
          const most = held.get(callId);
          if (kind === 'reserve') {
            const answer = reserve(callId, amount).kind;
            if (answer === 'granted') held.set(callId, amount);
            else if (answer === 'awaited') held.delete(callId);
          } else if (kind === 'release') {
            rows.release(live, callId);
            held.delete(callId);
          } else if (most !== undefined) {
            rows.settle(live, [{ callId, microUsd: Math.min(most, amount), tokens: 1 }]);
            held.delete(callId);
          }
          expect(total()).toBeLessThanOrEqual(100);
        }
      }),
      { verbose: true },
    );
  });
});

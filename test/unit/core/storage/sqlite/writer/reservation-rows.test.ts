import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ReservationRequest, TimeRequest } from '../../../../../../core/storage/reservations.ts';
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

  const hold = (
    { rows }: Awaited<ReturnType<typeof open>>,
    usedMs: number,
    wantedMs: number,
    change: Partial<TimeRequest> = {},
  ) =>
    rows.holdTime({
      ...{ sessionId: live, owner: livingOwner(), at: AT, day: '2026-11-21', usedDay: '2026-11-20' },
      ...{ project: 'p', usedMs, wantedMs, leastMs: 100, caps: { day: { ms: 2_500 }, project: {} } },
      ...change,
    });
  const timeOf = ({ database }: Awaited<ReturnType<typeof open>>) => {
    const amount = (sql: string) => Number(database.prepare(sql).pluck().get() ?? 0);
    return {
      spent: amount(`SELECT ms FROM spendings WHERE key = '2026-11-21'`),
      reserved: amount('SELECT sum(ms) FROM reservations'),
    };
  };

  it('reserves time in pieces, gives the rest at the end, and refuses when nothing is left', async () => {
    const file = await open();
    expect(hold(file, 0, 1_000)).toEqual({ kind: 'granted', ms: 625 });
    expect(timeOf(file)).toEqual({ spent: 0, reserved: 625 });
    expect(hold(file, 500, 300)).toEqual({ kind: 'granted', ms: 300 });
    // A clock that looks up late used no more than it had.
    expect(hold(file, 1_400, 1_000)).toEqual({ kind: 'granted', ms: 425 });
    expect(timeOf(file)).toEqual({ spent: 800, reserved: 425 });
    for (let left = 1_700; left > 0; left = 2_500 - timeOf(file).spent) {
      const answer = hold(file, timeOf(file).reserved, 1_000);
      if (answer.kind === 'refused') break;
      const now = 2_500 - timeOf(file).spent;
      expect(answer.ms).toBe(Math.min(now, Math.max(100, Math.floor(now / 4))));
    }
    expect(hold(file, 0, 1_000)).toMatchObject({
      kind: 'refused',
      standing: { scope: 'day', key: '2026-11-21', cap: 2_500, spent: 2_500, reserved: 0 },
    });
    expect(timeOf(file)).toEqual({ spent: 2_500, reserved: 0 });
  });

  it('shares time between sessions, and gets back what a dead one had', async () => {
    const file = await open();
    expect(hold(file, 0, 2_000, { sessionId: dead })).toMatchObject({ ms: 625 });
    openLeases(file.database).create(leaseFor(dead));
    expect(hold(file, 0, 1_000)).toMatchObject({ ms: 468 });
    expect(hold(file, 400, 1_000)).toMatchObject({ ms: 368 });
    file.database.prepare('DELETE FROM leases WHERE session_id = ?').run(dead);
    expect(hold(file, 368, 1_000)).toMatchObject({ ms: 276 });
    expect(timeOf(file)).toEqual({ spent: 768, reserved: 625 + 276 });
    // It is counted once somebody wants more than there is.
    expect(hold(file, 276, 1_000)).toMatchObject({ ms: 207 });
    expect(timeOf(file)).toEqual({ spent: 1_044 + 625, reserved: 207 });
  });

  it('counts time without a cap on the day that it began, and settles it with no call', async () => {
    const file = await open();
    expect(hold(file, 70, 0, { caps: { day: {}, project: {} } })).toEqual({ kind: 'granted', ms: 0 });
    expect(file.database.prepare(`SELECT ms FROM spendings WHERE key = '2026-11-20'`).pluck().get()).toBe(70);
    hold(file, 0, 300);
    file.rows.settle(live, [{ callId: null }]);
    expect(timeOf(file)).toEqual({ spent: 0, reserved: 300 });
    file.rows.keepOnly(live, []);
    expect(timeOf(file)).toEqual({ spent: 300, reserved: 0 });
    hold(file, 0, 300);
    file.rows.settleAll(live);
    expect(timeOf(file)).toEqual({ spent: 600, reserved: 0 });
  });

  it('never lets the time of all sessions pass the cap', async () => {
    const file = await open();
    const act = fc.record({
      session: fc.constantFrom(live, dead),
      used: fc.nat(1_500),
      wanted: fc.constantFrom(0, 500, 1_000),
    });
    fc.assert(
      fc.property(fc.array(act, { maxLength: 30 }), (acts) => {
        file.database.exec('DELETE FROM reservations; DELETE FROM spendings; DELETE FROM settlements');
        for (const { session, used, wanted } of acts) {
          // Without a cap set it could run unasked; under one it runs on what it holds.
          const holds = file.database.prepare('SELECT 1 FROM reservations WHERE session_id = ?').get(session);
          hold(file, holds ? used : 0, wanted, { sessionId: session });
          const { spent, reserved } = timeOf(file);
          expect(spent + reserved).toBeLessThanOrEqual(2_500);
        }
      }),
      { seed: 5, numRuns: 200 },
    );
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

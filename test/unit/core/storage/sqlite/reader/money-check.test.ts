import { describe, expect, it } from 'vitest';
import type { EventDraft } from '../../../../../../core/contract/index.ts';
import { openMoneyCheck } from '../../../../../../core/storage/sqlite/reader/money-check.ts';
import { openCostRows } from '../../../../../../core/storage/sqlite/writer/cost-rows.ts';
import { openLeases } from '../../../../../../core/storage/sqlite/writer/leases.ts';
import { openReservationRows } from '../../../../../../core/storage/sqlite/writer/reservation-rows.ts';
import { upcasters } from '../../../../../../core/storage/upcasters.ts';
import { livingOwner } from '../../../../../conformance/event-store/adapter.ts';
import { createdDraft, sessionIdOf } from '../../../../../conformance/event-store/sample-drafts.ts';
import { AT, insertSession, leaseFor, openEventDatabase } from '../event-database.ts';

const id = sessionIdOf(1);
const cost = (callId: string, microUsd: number | null): EventDraft => ({
  type: 'cost-recorded',
  data: {
    ...{ call_id: callId, task_id: 't', agent: 'Athena', provider: 'lab', model: 'lab/a' },
    ...{ micro_usd: microUsd, input_tokens: 10, output_tokens: 2, estimated: false, price_table: 't@1' },
  },
});

/** A session of three paid calls, with its rows of costs and of the ledger. */
const open = async () => {
  const file = await openEventDatabase();
  openLeases(file.database).create(leaseFor(id));
  const ledger = openReservationRows(file.database);
  for (const callId of ['1.1', '1.2', '1.3']) {
    ledger.reserve({
      ...{ sessionId: id, callId, owner: livingOwner(), at: AT, day: '2026-11-21', project: 'default' },
      ...{ microUsd: 50, tokens: 90, caps: { day: {}, project: {} } },
    });
  }
  const started = { type: 'call-started', data: { call_id: '1.3', reserved_micro_usd: 50 } } as EventDraft;
  const costs = [cost('1.1', 7), cost('1.2', null), cost('1.3', 9)];
  insertSession(file, id, [createdDraft(), ...costs, started]);
  ledger.settle(id, [
    { callId: '1.1', microUsd: 7, tokens: 12 },
    { callId: '1.2', microUsd: null, tokens: 12 },
    { callId: '1.3', microUsd: 9, tokens: 12 },
  ]);
  ledger.holdTime({
    ...{ sessionId: id, owner: livingOwner(), at: AT, day: '2026-11-21', usedDay: '2026-11-21' },
    ...{ project: 'default', usedMs: 40, wantedMs: 0, leastMs: 100, caps: { day: {}, project: {} } },
  });
  openCostRows(file.database, upcasters).fold(id);
  return { ...file, check: () => openMoneyCheck(file.database, upcasters)(id) };
};

describe('the check of money', () => {
  it('has nothing to say when the rows are what the events say', async () => {
    expect((await open()).check()).toBeNull();
  });

  it.each([
    ['costs', 'event 2', 'micro_usd of event 2 is 8', 'UPDATE costs SET micro_usd = 8 WHERE seq = 2'],
    ['costs', 'event 3', 'micro_usd of event 3 is 0', 'UPDATE costs SET micro_usd = 0 WHERE seq = 3'],
    ['costs', 'event 4', 'project of event 4', `UPDATE costs SET project = 'mine' WHERE seq = 4`],
    ['costs', 'event 2', 'is missing', 'DELETE FROM costs WHERE seq = 2'],
    [
      'costs',
      'event 9',
      'no event',
      'INSERT INTO costs SELECT session_id, 9, at, provider, model, agent, project, 1, 0, 0, 0, 0, 0, 0, 0, NULL FROM costs LIMIT 1',
    ],
    ['cost_marks', id, 'project or name', `UPDATE cost_marks SET project = 'mine'`],
    ['settlements', 'call 1.1', 'is 70', `UPDATE settlements SET micro_usd = 70 WHERE call_id = '1.1'`],
    ['settlements', 'call 1.2', 'tokens', `UPDATE settlements SET tokens = 0 WHERE call_id = '1.2'`],
    ['settlements', 'call 1.3', 'not counted', `DELETE FROM settlements WHERE call_id = '1.3'`],
    [
      'settlements',
      'call 8.8',
      'No event',
      `INSERT INTO settlements VALUES ('${id}', '8.8', '2026-11-21', 'default', 1, 0, 0)`,
    ],
    ['spendings', 'day 2026-11-21', 'is 15', `UPDATE spendings SET micro_usd = 15 WHERE scope = 'day'`],
    ['spendings', 'project default', 'ms', `UPDATE spendings SET ms = 0 WHERE scope = 'project'`],
    ['spendings', 'day 2026-11-21', 'by the events', `DELETE FROM spendings WHERE scope = 'day'`],
  ])('names a wrong row of %s (%s: %s)', async (table, row, words, sql) => {
    const file = await open();
    file.database.exec(sql);
    const problem = file.check();
    expect(problem).toMatchObject({ table, row });
    expect(problem?.message).toContain(words);
  });

  it('lets sums stand that are older than the settlements, with costs from that time', async () => {
    const file = await open();
    file.database.exec(`
      DELETE FROM settlements WHERE call_id = '1.1';
      INSERT INTO former_spendings VALUES ('day', '2026-11-21', 7, 12), ('project', 'default', 7, 12);
      UPDATE former_events SET last_rowid = (SELECT rowid FROM events WHERE seq = 2)`);
    expect(file.check()).toBeNull();
  });

  it('does not ask for rows that are not folded yet', async () => {
    const file = await open();
    file.database.exec('UPDATE cost_marks SET folded = 2; DELETE FROM costs WHERE seq > 2');
    expect(file.check()).toBeNull();
  });
});

import { describe, expect, it } from 'vitest';
import type { EventDraft } from '../../../../../../core/contract/index.ts';
import { openCostRows } from '../../../../../../core/storage/sqlite/writer/cost-rows.ts';
import { upcasters } from '../../../../../../core/storage/upcasters.ts';
import { createdDraft, sessionIdOf } from '../../../../../conformance/event-store/sample-drafts.ts';
import { countRows, insertSession, openEventDatabase } from '../event-database.ts';

const id = sessionIdOf(1);
const cost = (callId: string, microUsd: number | null = 7): EventDraft => ({
  type: 'cost-recorded',
  data: {
    call_id: callId,
    task_id: 't',
    agent: 'Athena',
    provider: 'lab',
    model: 'lab/a',
    micro_usd: microUsd,
    input_tokens: 10,
    output_tokens: 2,
    estimated: true,
    price_table: 't@1',
    usage: { input: 10, output: 2, cached_read: 4 },
  },
});

describe('the table of costs', () => {
  it('holds one row a cost, and can be dropped and folded again', async () => {
    const file = await openEventDatabase();
    insertSession(file, id, [createdDraft(), cost('1.1'), cost('1.2', null)]);
    const rows = openCostRows(file.database, upcasters);
    expect(rows.behind()).toEqual([id]);
    expect(rows.fold(id)).toBe(true);
    expect(rows.behind()).toEqual([]);
    const stored = () => file.database.prepare('SELECT * FROM costs ORDER BY seq').all();
    expect(stored()).toMatchObject([
      {
        seq: 2,
        agent: 'Athena',
        micro_usd: 7,
        estimated: 1,
        cached: 0,
        input: 10,
        cached_read: 4,
        price_table: 't@1',
      },
      { seq: 3, micro_usd: null },
    ]);
    const before = stored();
    rows.drop();
    expect(countRows(file, 'costs')).toBe(0);
    rows.fold(id);
    expect(stored()).toEqual(before);
  });

  it('leaves to the copied session what a fork copied, its lost calls too', async () => {
    const file = await openEventDatabase();
    const created = createdDraft();
    const fork = {
      ...created,
      data: { ...created.data, forked_from: { session_id: sessionIdOf(2), seq: 2 } },
    } as EventDraft;
    const lost: EventDraft = {
      type: 'session-resumed',
      data: { reason: 'user', lost_calls: ['1.2'], incomplete: [] },
    };
    insertSession(file, id, [fork, cost('1.1'), lost, cost('1.2'), cost('1.3')]);
    openCostRows(file.database, upcasters).fold(id);
    expect(file.database.prepare('SELECT seq FROM costs').pluck().all()).toEqual([5]);
  });

  it('knows the lost calls of a fork also when their cost comes after the last look', async () => {
    const file = await openEventDatabase();
    const created = createdDraft();
    const fork = {
      ...created,
      data: { ...created.data, forked_from: { session_id: sessionIdOf(2), seq: 1 } },
    } as EventDraft;
    const lost: EventDraft = {
      type: 'session-resumed',
      data: { reason: 'user', lost_calls: ['1.2'], incomplete: [] },
    };
    insertSession(file, id, [fork, lost, cost('1.2'), cost('1.3')]);
    const rows = openCostRows(file.database, upcasters);
    const head = file.database.prepare('UPDATE heads SET count = ?');
    for (const count of [2, 3, 4]) {
      head.run(count);
      rows.fold(id);
    }
    expect(file.database.prepare('SELECT seq FROM costs').pluck().all()).toEqual([4]);
  });
});

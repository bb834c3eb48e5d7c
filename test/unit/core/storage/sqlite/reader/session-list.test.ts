import { describe, expect, it } from 'vitest';
import type { SessionQuery } from '../../../../../../core/storage/event-store.ts';
import { openOwnerReader } from '../../../../../../core/storage/sqlite/reader/owner-reader.ts';
import {
  openSessionList,
  type SessionPage,
} from '../../../../../../core/storage/sqlite/reader/session-list.ts';
import { openLeases } from '../../../../../../core/storage/sqlite/writer/leases.ts';
import { openProjections } from '../../../../../../core/storage/sqlite/writer/projections.ts';
import { livingOwner } from '../../../../../conformance/event-store/adapter.ts';
import {
  createdDraft,
  endedDraft,
  sessionIdOf,
} from '../../../../../conformance/event-store/sample-drafts.ts';
import { AT, clock, insertSession, leaseFor, openEventDatabase } from '../event-database.ts';

const open = async () => {
  const file = await openEventDatabase();
  for (const number of [1, 2, 3, 4]) {
    const id = sessionIdOf(number);
    const drafts = [createdDraft({ name: `run ${number}`, topic: number === 4 ? 'ÄRGER_%' : 'peace' })];
    insertSession(file, id, number === 3 ? [...drafts, endedDraft(id)] : drafts);
  }
  openLeases(file.database).take(leaseFor(sessionIdOf(1), 'token', livingOwner()));
  const projections = openProjections(file.database, clock, {});
  while (projections.step(false));
  const list = openSessionList(file.database, openOwnerReader(file.database));
  const page = (query: SessionQuery) => {
    const outcome = list.page(query, AT);
    if (!outcome.ok) throw new Error(outcome.failure.code);
    const { items, ...rest } = outcome.value as SessionPage;
    return { names: items.map(({ name }) => name), ...rest };
  };
  return { ...file, list, page };
};

describe('openSessionList', () => {
  it('pages with a cursor that names the last one', async () => {
    const { page } = await open();
    const first = page({ limit: 3 });
    expect(first).toEqual({
      names: ['run 4', 'run 3', 'run 2'],
      nextCursor: `${AT}_${sessionIdOf(2)}`,
      total: 4,
    });
    expect(page({ limit: 3, cursor: first.nextCursor ?? '' })).toEqual({
      names: ['run 1'],
      nextCursor: null,
      total: 4,
    });
    expect(page({ limit: 4 }).nextCursor).toBeNull();
  });

  it('takes nobody for interrupted whose last events it has not looked at', async () => {
    const { page, list, database } = await open();
    const id = sessionIdOf(2);
    expect(list.one(id, AT)?.status).toBe('interrupted');
    // Its end and the return of its lease were committed after the projections were brought up to date.
    database.prepare('UPDATE heads SET count = count + 1 WHERE session_id = ?').run(id);
    expect(list.one(id, AT)?.status).toBe('running');
    expect(page({ limit: 9, status: 'interrupted' }).names).toEqual(['run 4']);
    expect(page({ limit: 9, status: 'running' }).names).toEqual(['run 2', 'run 1']);
    expect(list.interrupted(AT).map(({ name }) => name)).toEqual(['run 4']);
  });

  it('filters by what is stored and by whose owner lives', async () => {
    const { page, list } = await open();
    expect(page({ limit: 9, status: 'running' }).names).toEqual(['run 1']);
    expect(page({ limit: 9, status: 'interrupted' }).names).toEqual(['run 4', 'run 2']);
    expect(list.interrupted(AT).map(({ status }) => status)).toEqual(['interrupted', 'interrupted']);
    expect(page({ limit: 9, outcome: 'converged', mode: 'debate' }).names).toEqual(['run 3']);
    expect(page({ limit: 9, query: 'ärger_% RUN' }).names).toEqual(['run 4']);
    expect(page({ limit: 1, query: 'run', status: 'interrupted' })).toMatchObject({
      names: ['run 4'],
      total: 2,
    });
  });

  it('gives one row, or none', async () => {
    const { list } = await open();
    expect(list.one(sessionIdOf(1), AT)).toMatchObject({ name: 'run 1', status: 'running' });
    expect(list.one(sessionIdOf(9), AT)).toBeUndefined();
  });

  it.each(['', 'x', '1', '1_', '_a', `1; DROP TABLE sessions`])('refuses the cursor %j', async (cursor) => {
    const { list } = await open();
    expect(list.page({ limit: 1, cursor }, AT)).toMatchObject({
      ok: false,
      failure: { code: 'input/invalid' },
    });
  });
});

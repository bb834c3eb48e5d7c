import { describe, expect, it, onTestFinished } from 'vitest';
import { readDetail, snapshotReader } from '../../../../core/app/read-session.ts';
import { realEffects } from '../../../../core/effects/index.ts';
import { currentOwner, type EventStore, openSqliteEventStore } from '../../../../core/storage/index.ts';
import {
  callDraft,
  costDraft,
  createdDraft,
  endedDraft,
  sessionIdOf,
  turnDraft,
} from '../../../conformance/event-store/sample-drafts.ts';
import { debate, openCore } from '../../../support/open-core.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

describe('views of a stored session', () => {
  it('agree with each other and with the pages of turns', async () => {
    const { api, whenEnded } = await openCore();
    const { id } = await api['sessions.create'](debate());
    const ended = await whenEnded(id);
    const detail = await api['sessions.get']({ id });
    const snapshot = await api['sessions.snapshot']({ id });
    const { items, total } = await api['sessions.turns']({ id, after: 0, limit: 1000 });
    expect(total).toBe(detail.turns.length);
    expect(snapshot.turns.map((turn) => turn.task_id)).toEqual(items.map((turn) => turn.task_id));
    expect(snapshot.totals).toEqual(ended.totals);
    expect(detail.totals).toEqual(ended.totals);
    expect(snapshot.ended).toEqual(ended);
    const { last_seq } = await api['sessions.events']({ id });
    expect(snapshot.last_seq).toBe(last_seq);
  });

  it('show a session whose process is gone as interrupted', async () => {
    const core = await openCore();
    await core.api['settings.set']({ stub: { latency_ms: 50 } });
    const { id } = await core.api['sessions.create'](debate());
    await core.close('test');
    const again = await openCore({ home: core.home });
    expect((await again.api['sessions.snapshot']({ id })).status).toBe('interrupted');
    expect((await again.api['sessions.get']({ id })).status).toBe('interrupted');
  });

  it('agree on a long log too, whose older calls are not read for the snapshot', async () => {
    const { api, whenEnded } = await openCore();
    const { id } = await api['sessions.create'](debate({ max_rounds: 420, convergence: false }));
    const ended = await whenEnded(id);
    const snapshot = await api['sessions.snapshot']({ id });
    expect((await api['sessions.events']({ id, limit: 1 })).last_seq).toBeGreaterThan(6000);
    expect(snapshot.turns).toHaveLength(3 * 420 + 1);
    expect(snapshot.totals).toEqual(ended.totals);
    expect(snapshot.by_agent.reduce((sum, { turns }) => sum + turns, 0)).toBe(3 * 420 + 1);
  });
});

const id = sessionIdOf(1);

const open = async () => {
  const store = await openSqliteEventStore({ folder: temporaryFolder(), effects: realEffects });
  onTestFinished(() => store.close());
  const asked: NonNullable<Parameters<EventStore['read']>[1]>[] = [];
  const watched: typeof store = {
    ...store,
    read: (stream, options = {}) => {
      asked.push(options);
      return store.read(stream, options);
    },
  };
  const summary = async () => {
    const found = await store.session(id);
    if (!found) throw new Error('the session is gone');
    return found;
  };
  const writer = await store.createSession(id, currentOwner(realEffects));
  return { store, asked, summary, writer, reader: snapshotReader(watched) };
};

describe('a session that goes on while it is read', () => {
  it('has ended where its log has, whatever the list said before', async () => {
    const { store, summary, writer, reader } = await open();
    writer.append([createdDraft()], 5);
    await writer.flushed();
    const listed = await summary();
    writer.append([endedDraft(id)], 6);
    await writer.flushed();
    expect(listed.status).toBe('running');
    const ended = { status: 'ended', ended: { outcome: 'converged' } };
    expect(await reader.read(listed)).toMatchObject(ended);
    expect(await reader.read({ ...listed, status: 'interrupted' })).toMatchObject(ended);
    expect(await readDetail(store, listed)).toMatchObject({ status: 'ended', outcome: 'converged' });
  });

  it('is paused where its log says so, and interrupted where the list does', async () => {
    const { summary, writer, reader } = await open();
    writer.append([createdDraft()], 5);
    await writer.flushed();
    const listed = await summary();
    writer.append([{ type: 'pause-requested', data: { by: 'user', when: 'after-turn' } }], 6);
    await writer.flushed();
    expect((await reader.read(listed)).status).toBe('pausing');
    expect((await reader.read({ ...listed, status: 'interrupted' })).status).toBe('interrupted');
    writer.append([{ type: 'session-paused', data: { reason: 'user' } }], 7);
    await writer.flushed();
    expect((await reader.read({ ...listed, status: 'interrupted' })).status).toBe('paused');
  });
});

describe('the snapshot of a long log', () => {
  const turns = (from: number, count: number) =>
    Array.from({ length: count }, (_, index) => [
      callDraft(from + index),
      costDraft(from + index),
      turnDraft(id, from + index),
    ]).flat();

  it('is read once, and then goes on from what was seen', async () => {
    const { store, asked, summary, writer, reader } = await open();
    writer.append([createdDraft(), ...turns(0, 2_100)], 5);
    await writer.flushed();
    const first = await reader.read(await summary());
    expect(first.turns).toHaveLength(2_100);
    expect(asked.map(({ after }) => after)).toEqual([0, 5_801]);

    asked.splice(0);
    expect(await reader.read(await summary())).toEqual(first);
    expect(asked).toEqual([{ after: 6_301 }]);

    writer.append([...turns(2_100, 300), endedDraft(id)], 6);
    await writer.flushed();
    const last = await reader.read(await summary());
    expect(first.turns).toHaveLength(2_100);
    expect(last).toEqual(await snapshotReader(store).read(await summary()));
    expect(last).toMatchObject({ status: 'ended', last_seq: 7_202 });
  });

  it('is read anew after it was forgotten', async () => {
    const { asked, summary, writer, reader } = await open();
    writer.append([createdDraft(), ...turns(0, 2_100)], 5);
    await writer.flushed();
    await reader.read(await summary());
    reader.forget(id);
    asked.splice(0);
    await reader.read(await summary());
    expect(asked[0]).toMatchObject({ after: 0, withoutAnswers: true });
  });
});

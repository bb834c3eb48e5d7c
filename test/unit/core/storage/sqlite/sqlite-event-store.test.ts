import { describe, expect, it, onTestFinished } from 'vitest';
import { SYSTEM_STREAM } from '../../../../../core/contract/index.ts';
import { realEffects } from '../../../../../core/effects/index.ts';
import type { StoreChange } from '../../../../../core/storage/event-store.ts';
import { openReaderClient } from '../../../../../core/storage/sqlite/reader-client.ts';
import { createSqliteEventStore } from '../../../../../core/storage/sqlite/sqlite-event-store.ts';
import { openWriterClient } from '../../../../../core/storage/sqlite/writer-client.ts';
import { livingOwner } from '../../../../conformance/event-store/adapter.ts';
import {
  createdDraft,
  sessionIdOf,
  settingsDraft,
} from '../../../../conformance/event-store/sample-drafts.ts';
import { AT, openEventDatabase } from './event-database.ts';

const id = sessionIdOf(1);

const open = async () => {
  const { path } = await openEventDatabase();
  const writer = await openWriterClient({ path, now: AT, migratedVersion: 1 });
  const store = createSqliteEventStore({ effects: realEffects, writer, reader: openReaderClient({ path }) });
  onTestFinished(() => store.close());
  return store;
};

// What the port does is told by the conformance suite; here is what only this implementation can get wrong.
describe('createSqliteEventStore', () => {
  it('lets one caller of this process make or take a session', async () => {
    const store = await open();
    const owner = livingOwner();
    const made = await Promise.allSettled([store.createSession(id, owner), store.createSession(id, owner)]);
    expect(made.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
    // The same owner, which the database alone would let through.
    await expect(store.takeSession(id, owner)).rejects.toMatchObject({ code: 'session/owned-elsewhere' });
  });

  it('can take a session again that failed to be made', async () => {
    const store = await open();
    await expect(store.takeSession(id, livingOwner())).rejects.toMatchObject({
      code: 'input/unknown-session',
    });
    const writer = await store.createSession(id, livingOwner());
    writer.append([createdDraft()], AT);
    await writer.close();
    await (await store.takeSession(id, livingOwner())).close();
  });

  it('mends text in events of "system" too', async () => {
    const store = await open();
    const [event] = await store.appendSystem(
      [{ type: 'settings-changed', data: { changes: { note: 'cut \ud83e' } } }],
      AT,
    );
    expect(event).toMatchObject({ seq: 1, data: { changes: { note: 'cut \ufffd' } } });
    expect((await store.verify(SYSTEM_STREAM)).ok).toBe(true);
  });

  it('tells listeners of its own commits before it answers', async () => {
    const store = await open();
    const changes: StoreChange[] = [];
    store.onChange((change) => changes.push(change));
    const events = await store.appendSystem([settingsDraft(1)], AT);
    expect(changes).toEqual([{ kind: 'events', sessionId: SYSTEM_STREAM, events }]);
  });

  it('closes twice', async () => {
    const store = await open();
    await store.close();
    await store.close();
  });
});

import { describe, expect, it } from 'vitest';
import { AgentNetError, type SessionId, SYSTEM_STREAM } from '../../../core/contract/index.ts';
import { fakeEffects, realEffects } from '../../../core/effects/index.ts';
import type { EventStore, PartialText } from '../../../core/storage/index.ts';
import { deadOwner, livingOwner, readAll, type StoreAdapter } from './adapter.ts';
import { createdDraft, endedDraft, sessionIdOf, taskIdOf, turnDraft } from './sample-drafts.ts';
import { AT, useStores } from './store-fixture.ts';

const partial = (number: number, text: string): PartialText => ({
  taskId: taskIdOf(number),
  callId: `${number}.1`,
  round: 1,
  speakerIndex: number,
  agent: 'Athena',
  kind: 'rebuttal',
  text,
  at: AT,
});

export const owningSuite = (adapter: StoreAdapter): void => {
  describe(`owning sessions in ${adapter.name}`, () => {
    const stores = useStores(adapter);
    const id = sessionIdOf(1);

    it('says who runs a session, and forgets it when the session is given back', async () => {
      const store = await stores.open();
      const owner = livingOwner();
      const writer = await stores.record(store, id, [createdDraft()], owner);
      expect(await store.owner(id)).toEqual({ owner, alive: true });
      await writer.close();
      expect(await store.owner(id)).toBeUndefined();
    });

    it('refuses a second session of the same id, and the stream "system"', async () => {
      const [a, b] = [await stores.open(), await stores.open()];
      const writer = await stores.record(a, id, [createdDraft()]);
      const createAgain = async (store: EventStore) => {
        const second = await store.createSession(id, livingOwner());
        second.append([createdDraft()], AT);
        await expect(second.flushed()).rejects.toMatchObject({ code: 'input/conflict' });
        expect(() => second.append([turnDraft(id, 1)], AT)).toThrow(/There is a session/);
        await second.close();
      };
      await createAgain(b);
      await writer.close();
      await createAgain(a);
      expect(await a.head(id)).toEqual(writer.head);
      await expect(a.createSession(SYSTEM_STREAM as SessionId, livingOwner())).rejects.toMatchObject({
        code: 'input/invalid',
      });
    });

    it('refuses to take a session whose owner lives, here or elsewhere', async () => {
      const [a, b] = [await stores.open(), await stores.open()];
      const writer = await stores.record(a, id, [createdDraft()]);
      const refusals = await Promise.allSettled([
        a.takeSession(id, livingOwner()),
        b.takeSession(id, livingOwner()),
      ]);
      for (const refusal of refusals) {
        const error = refusal.status === 'rejected' ? refusal.reason : undefined;
        expect(error).toBeInstanceOf(AgentNetError);
        expect(error).toMatchObject({ code: 'session/owned-elsewhere', where: { session_id: id } });
        expect(error.message).toContain(String(process.pid));
        expect(error.remedy).toBeTruthy();
      }
      writer.append([turnDraft(id, 1)], AT);
      await writer.flushed();
    });

    it('takes a session whose owner is dead, from its last event', async () => {
      const [a, b] = [await stores.open(), await stores.open()];
      const writer = await stores.record(a, id, [createdDraft(), turnDraft(id, 1)], deadOwner());
      expect((await b.owner(id))?.alive).toBe(false);
      const taken = await b.takeSession(id, livingOwner());
      expect(taken.head).toEqual(writer.head);
      taken.append([turnDraft(id, 2)], AT);
      await taken.flushed();
      expect(await readAll(b, id)).toHaveLength(3);
    });

    it('takes a session that was given back, or never had an end', async () => {
      const store = await stores.open();
      const writer = await stores.record(store, id, [createdDraft()]);
      await writer.close();
      const again = await store.takeSession(id, livingOwner());
      again.append([endedDraft(id)], AT);
      await again.close();
      expect((await store.takeSession(id, livingOwner())).head.count).toBe(2);
      await expect(store.takeSession(sessionIdOf(9), livingOwner())).rejects.toMatchObject({
        code: 'input/unknown-session',
      });
    });

    it('lets one of many take a dead session', async () => {
      const first = await stores.open();
      await stores.record(first, id, [createdDraft()], deadOwner());
      const others = await Promise.all([stores.open(), stores.open(), stores.open(), stores.open()]);
      const results = await Promise.allSettled(others.map((store) => store.takeSession(id, livingOwner())));
      expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      for (const result of results) {
        if (result.status === 'rejected') expect(result.reason.code).toBe('session/owned-elsewhere');
      }
    });

    it('fences an owner that lost its session, and stores nothing more of it', async () => {
      const [a, b] = [await stores.open(), await stores.open()];
      const lost = await stores.record(a, id, [createdDraft()], deadOwner());
      const kept = await stores.record(a, sessionIdOf(2), [createdDraft()]);
      const failures: Error[] = [];
      lost.onFailure((error) => failures.push(error));
      const taken = await b.takeSession(id, livingOwner());

      lost.append([turnDraft(id, 1)], AT);
      kept.append([turnDraft(sessionIdOf(2), 1)], AT);
      await expect(lost.flushed()).rejects.toMatchObject({ code: 'storage/fenced' });
      expect(() => lost.append([turnDraft(id, 2)], AT)).toThrow(AgentNetError);
      expect(failures).toEqual([expect.objectContaining({ code: 'storage/fenced' })]);
      // The neighbour in the same commit is not touched by it.
      await kept.flushed();
      expect(await readAll(a, sessionIdOf(2))).toHaveLength(2);

      taken.append([turnDraft(id, 3)], AT);
      await taken.flushed();
      expect(await readAll(b, id)).toHaveLength(2);
      expect((await b.verify(id)).ok).toBe(true);
      await lost.close().catch(() => {});
      // Closing what was lost does not give away what another one holds.
      expect((await b.owner(id))?.alive).toBe(true);
    });

    it('journals text of unfinished turns, the newest only, and forgets it', async () => {
      const store = await stores.open();
      const writer = await stores.record(store, id, [createdDraft()], deadOwner());
      writer.journal([partial(1, 'Caches'), partial(2, 'Routes')]);
      writer.journal([partial(1, 'Caches at the')]);
      writer.append([turnDraft(id, 0)], AT);
      await writer.flushed();
      expect(await store.partials(id)).toEqual([partial(1, 'Caches at the'), partial(2, 'Routes')]);

      writer.append([turnDraft(id, 1)], AT);
      writer.clearJournal(taskIdOf(1));
      writer.append([turnDraft(id, 3)], AT);
      await writer.flushed();
      expect(await store.partials(id)).toEqual([partial(2, 'Routes')]);

      const other = await stores.open();
      const taken = await other.takeSession(id, livingOwner());
      expect(await other.partials(id)).toEqual([partial(2, 'Routes')]);
      taken.clearJournal(taskIdOf(2));
      await taken.close();
      expect(await other.partials(id)).toEqual([]);
    });

    it('journals by itself within a second when nothing else is committed', async () => {
      const effects = { ...fakeEffects(AT), ids: realEffects.ids };
      const store = await stores.open(effects);
      const writer = await stores.record(store, id, [createdDraft()]);
      writer.journal([partial(1, 'Caches')]);
      expect(await store.partials(id)).toEqual([]);
      await effects.advance(999);
      await writer.flushed();
      expect(await store.partials(id)).toEqual([partial(1, 'Caches')]);
      await writer.close();
      expect(effects.pendingTimers()).toBe(0);
    });
  });
};

import { describe, expect, it } from 'vitest';
import { type SessionId, SYSTEM_STREAM } from '../../../core/contract/index.ts';
import { deadOwner, readAll, type StoreAdapter } from './adapter.ts';
import { createdDraft, sessionIdOf, taskIdOf, turnDraft, wholeSession } from './sample-drafts.ts';
import { AT, useStores } from './store-fixture.ts';

export const deletingSuite = (adapter: StoreAdapter): void => {
  describe(`deletion in ${adapter.name}`, () => {
    const stores = useStores(adapter);
    const id = sessionIdOf(1);
    const other = sessionIdOf(2);

    it('deletes every trace of a session and says that it was there', async () => {
      const store = await stores.open();
      const secret = 'XylophoneMarmalade';
      const drafts = [createdDraft({ topic: `About ${secret}` }), turnDraft(id, 1, `We say ${secret}.`)];
      const writer = await stores.record(store, id, [...drafts, ...wholeSession(id, 300).slice(1)]);
      writer.journal([
        {
          taskId: taskIdOf(5),
          callId: '5.1',
          round: 1,
          speakerIndex: 0,
          agent: 'Athena',
          kind: 'rebuttal',
          text: `Unfinished ${secret}`,
          at: AT,
        },
      ]);
      await writer.close();
      await stores.record(store, other, wholeSession(other, 2));
      expect(await store.search(secret, 5)).toHaveLength(1);
      const { head } = writer;

      const deleted = await store.deleteSession(id, AT + 1);
      expect(deleted).toEqual({ session_id: id, events: head.count, last_hash: head.hash });
      expect((await readAll(store, SYSTEM_STREAM)).at(-1)).toMatchObject({
        type: 'session-deleted',
        at: AT + 1,
        data: deleted,
      });
      expect(await readAll(store, id)).toEqual([]);
      expect(await store.head(id)).toBeUndefined();
      expect(await store.session(id)).toBeUndefined();
      expect(await store.partials(id)).toEqual([]);
      expect(await store.search(secret, 5)).toEqual([]);
      expect((await store.sessions({ limit: 10 })).total).toBe(1);
      expect(await store.search('warmed', 100)).toHaveLength(2);
      // No other chain was broken by it.
      expect(await store.verify(other)).toMatchObject({ ok: true, projections_equal: true });
      expect((await store.verify(SYSTEM_STREAM)).ok).toBe(true);
      const everything = (await stores.place.everything()).toLowerCase();
      expect(everything.indexOf(secret.toLowerCase())).toBe(-1);
    });

    it('refuses while the owner lives, here or elsewhere', async () => {
      const [a, b] = [await stores.open(), await stores.open()];
      const writer = await stores.record(a, id, wholeSession(id, 2));
      for (const store of [a, b]) {
        await expect(store.deleteSession(id, AT)).rejects.toMatchObject({ code: 'session/owned-elsewhere' });
      }
      expect(await readAll(b, id)).toHaveLength(9);
      await writer.close();
      await b.deleteSession(id, AT);
      expect(await readAll(a, id)).toEqual([]);
    });

    it('deletes a session whose owner is dead', async () => {
      const [a, b] = [await stores.open(), await stores.open()];
      await stores.record(a, id, wholeSession(id, 2), deadOwner());
      await b.deleteSession(id, AT);
      expect(await b.owner(id)).toBeUndefined();
    });

    it('refuses what is not there, and the stream "system"', async () => {
      const store = await stores.open();
      await expect(store.deleteSession(id, AT)).rejects.toMatchObject({ code: 'input/unknown-session' });
      await expect(store.deleteSession(SYSTEM_STREAM as SessionId, AT)).rejects.toMatchObject({
        code: 'input/invalid',
      });
    });

    it('leaves the id free', async () => {
      const store = await stores.open();
      const writer = await stores.record(store, id, wholeSession(id, 2));
      await writer.close();
      await store.deleteSession(id, AT);
      await stores.record(store, id, wholeSession(id, 1));
      expect(await store.verify(id)).toMatchObject({ ok: true, events: 6, projections_equal: true });
      expect(await store.search('warmed', 10)).toHaveLength(1);
    });
  });
};

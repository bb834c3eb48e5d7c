import { describe, expect, it } from 'vitest';
import {
  canonicalJson,
  type EventDraft,
  type RunEvent,
  SYSTEM_STREAM,
} from '../../../core/contract/index.ts';
import { eventHash, genesisHash } from '../../../core/storage/index.ts';
import { livingOwner, readAll, type StoreAdapter } from './adapter.ts';
import {
  callDraft,
  createdDraft,
  sessionIdOf,
  settingsDraft,
  turnDraft,
  wholeSession,
} from './sample-drafts.ts';
import { AT, useStores } from './store-fixture.ts';

export const writingSuite = (adapter: StoreAdapter): void => {
  describe(`writing to ${adapter.name}`, () => {
    const stores = useStores(adapter);
    const id = sessionIdOf(1);

    it('seals events with place, time and hash, and reads back the same', async () => {
      const store = await stores.open();
      const writer = await store.createSession(id, livingOwner());
      expect(writer.head).toEqual({ count: 0, hash: genesisHash(id) });
      const first = writer.append([createdDraft()], AT);
      const second = writer.append([callDraft(1), turnDraft(id, 1)], AT + 1);
      expect(writer.pending).toBe(3);
      await writer.flushed();
      expect(writer.pending).toBe(0);

      const events = [...first, ...second];
      expect(events.map(({ seq, at }) => [seq, at])).toEqual([
        [1, AT],
        [2, AT + 1],
        [3, AT + 1],
      ]);
      expectChain(events, genesisHash(id));
      expect(writer.head).toEqual({ count: 3, hash: events[2]?.hash });
      expect(await store.head(id)).toEqual(writer.head);
      expect(await readAll(store, id)).toEqual(events);
    });

    it('stores the text that was hashed, whatever order the members came in', async () => {
      const store = await stores.open();
      const draft = createdDraft();
      const turned = Object.fromEntries(Object.entries(draft.data).reverse()) as typeof draft.data;
      const writer = await stores.record(store, id, [{ type: 'session-created', data: turned }]);
      expect(writer.head.hash).toBe(
        eventHash(genesisHash(id), 'session-created', 1, AT, canonicalJson(draft.data)),
      );
    });

    it('takes an append of thousands of rows as one', async () => {
      const store = await stores.open();
      const drafts = wholeSession(id, 1_200);
      const writer = await stores.record(store, id, drafts);
      expect(writer.head.count).toBe(drafts.length);
      const events = await readAll(store, id);
      expect(events.map(({ type }) => type)).toEqual(drafts.map(({ type }) => type));
      expectChain(events, genesisHash(id));
    });

    it('keeps the order of appends, small ones and large ones, over many sessions at once', async () => {
      const store = await stores.open();
      const ids = Array.from({ length: 40 }, (_, index) => sessionIdOf(index + 1));
      const writers = await Promise.all(ids.map((one) => store.createSession(one, livingOwner())));
      for (const writer of writers) writer.append([createdDraft()], AT);
      for (let round = 1; round <= 12; round += 1) {
        for (const [index, writer] of writers.entries()) {
          const size = (round * 7 + index) % 30;
          writer.append(
            Array.from({ length: size }, (_, turn) => turnDraft(writer.sessionId, round * 100 + turn)),
            AT + round,
          );
        }
        if (round % 3 === 0) await Promise.all(writers.slice(0, 10).map((writer) => writer.flushed()));
      }
      await Promise.all(writers.map((writer) => writer.flushed()));
      for (const writer of writers) {
        const events = await readAll(store, writer.sessionId);
        expect(events).toHaveLength(writer.head.count);
        expectChain(events, genesisHash(writer.sessionId));
        expect((await store.verify(writer.sessionId)).ok).toBe(true);
      }
    });

    it('refuses data that JSON has no form for and goes on as if nothing had been asked', async () => {
      const store = await stores.open();
      const writer = await stores.record(store, id, [createdDraft()]);
      const bad = { type: 'settings-changed', data: { changes: { a: Number.NaN } } } as EventDraft;
      const many = Array.from({ length: 100 }, (_, index) => turnDraft(id, index));
      expect(() => writer.append([bad], AT)).toThrow(/no form for/);
      expect(() => writer.append([...many, bad], AT)).toThrow(/no form for/);
      expect(writer.head.count).toBe(1);
      writer.append([turnDraft(id, 1)], AT);
      await writer.flushed();
      expect((await store.verify(id)).ok).toBe(true);
      expect(await readAll(store, id)).toHaveLength(2);
    });

    it('mends half of a surrogate pair, in the event as in the row', async () => {
      const store = await stores.open();
      const writer = await stores.record(store, id, [createdDraft()]);
      const [event] = writer.append([turnDraft(id, 1, 'cut \ud83e')], AT);
      await writer.flushed();
      const [, stored] = await readAll(store, id);
      expect(stored).toEqual(event);
      expect(stored?.type === 'turn-ended' && stored.data.output.content).toBe('cut \ufffd');
    });

    it('an empty append is nothing', async () => {
      const store = await stores.open();
      const writer = await stores.record(store, id, [createdDraft()]);
      expect(writer.append([], AT)).toEqual([]);
      await writer.flushed();
      expect(writer.head.count).toBe(1);
    });

    it('commits what was appended when the store is closed at once', async () => {
      const store = await stores.open();
      const writer = await store.createSession(id, livingOwner());
      writer.append(wholeSession(id, 5), AT);
      await store.close();
      const again = await stores.open();
      expect(await readAll(again, id)).toHaveLength(18);
      expect(await again.owner(id)).toBeUndefined();
      expect(() => writer.append([turnDraft(id, 9)], AT)).toThrow(/given back/);
    });

    it('shares the stream "system" between stores', async () => {
      const [a, b] = [await stores.open(), await stores.open()];
      await Promise.all(
        Array.from({ length: 30 }, (_, index) =>
          (index % 2 === 0 ? a : b).appendSystem([settingsDraft(index), settingsDraft(index + 100)], AT),
        ),
      );
      const events = await readAll(a, SYSTEM_STREAM);
      expect(events).toHaveLength(60);
      expectChain(events, genesisHash(SYSTEM_STREAM));
      expect((await b.verify(SYSTEM_STREAM)).ok).toBe(true);
      // What one call appends stays together.
      for (let index = 0; index < events.length; index += 2) {
        const [first, second] = events.slice(index, index + 2).map(numberOf);
        expect(second).toBe((first ?? 0) + 100);
      }
    });

    it('answers a system append with the events as stored', async () => {
      const store = await stores.open();
      await store.appendSystem([settingsDraft(1)], AT);
      const events = await store.appendSystem([settingsDraft(2), settingsDraft(3)], AT + 5);
      expect((await readAll(store, SYSTEM_STREAM)).slice(1)).toEqual(events);
      expect(await store.appendSystem([], AT)).toEqual([]);
    });
  });
};

const numberOf = (event: RunEvent): number =>
  event.type === 'settings-changed' ? (event.data.changes['number'] as number) : Number.NaN;

const expectChain = (events: readonly RunEvent[], genesis: string): void => {
  let prev = genesis;
  for (const [index, event] of events.entries()) {
    expect(event.seq).toBe(index + 1);
    expect(event.prev).toBe(prev);
    expect(event.hash).toBe(eventHash(prev, event.type, event.version, event.at, canonicalJson(event.data)));
    prev = event.hash;
  }
};

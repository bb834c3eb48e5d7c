import { describe, expect, it } from 'vitest';
import {
  type CallOutcome,
  type EventDraft,
  type RunEvent,
  SYSTEM_STREAM,
} from '../../../core/contract/index.ts';
import { readAll, type StoreAdapter } from './adapter.ts';
import {
  createdDraft,
  endedDraft,
  sessionIdOf,
  settingsDraft,
  taskIdOf,
  turnDraft,
  wholeSession,
} from './sample-drafts.ts';
import { AT, useStores } from './store-fixture.ts';

export const readingSuite = (adapter: StoreAdapter): void => {
  describe(`reading from ${adapter.name}`, () => {
    const stores = useStores(adapter);
    const id = sessionIdOf(1);

    it('gives what is asked for: after a place, a number of events, without some types', async () => {
      const store = await stores.open();
      await stores.record(store, id, wholeSession(id, 400));
      const collect = async (options: Parameters<typeof store.read>[1]) => {
        const events: RunEvent[] = [];
        for await (const batch of store.read(id, options)) {
          expect(batch.length).toBeGreaterThan(0);
          events.push(...batch);
        }
        return events;
      };
      expect(await collect({})).toHaveLength(1_203);
      expect((await collect({ after: 1_200 })).map(({ seq }) => seq)).toEqual([1_201, 1_202, 1_203]);
      expect((await collect({ after: 5, limit: 700 })).map(({ seq }) => seq)).toEqual(
        Array.from({ length: 700 }, (_, index) => index + 6),
      );
      expect(await collect({ limit: 0 })).toEqual([]);
      expect(await collect({ after: 5_000 })).toEqual([]);
      const lean = await collect({ without: ['call-started', 'cost-recorded'] });
      expect(lean).toHaveLength(403);
      expect(new Set(lean.map(({ type }) => type))).toEqual(
        new Set(['session-created', 'round-started', 'turn-ended', 'session-ended']),
      );
    });

    it('leaves out the answers of calls, and no other outcome', async () => {
      const store = await stores.open();
      const failed: CallOutcome = { kind: 'abandoned', reason: 'paused', partial_text: '"kind":"answered"' };
      const answered: CallOutcome = {
        kind: 'answered',
        text: '{"kind":"abandoned"}',
        reasoning: '',
        tool_calls: [],
        finish_reason: { unified: 'stop', raw: 'stop' },
        usage: { input: 1, output: 1 },
        model: 'debater',
        request_id: null,
        warnings: [],
        first_token_ms: 1,
      };
      const drafts: EventDraft[] = [
        createdDraft(),
        ...[failed, answered, failed].map((outcome, index): EventDraft => {
          const data = { call_id: `${index}.1`, task_id: taskIdOf(index), outcome };
          return { type: 'call-ended', data };
        }),
      ];
      await stores.record(store, id, drafts);
      const seqs: number[] = [];
      for await (const batch of store.read(id, { withoutAnswers: true })) {
        seqs.push(...batch.map(({ seq }) => seq));
      }
      expect(seqs).toEqual([1, 2, 4]);
    });

    it('reads in batches that stay small when events are large', async () => {
      const store = await stores.open();
      const long = 'A sentence about caches. '.repeat(4_000);
      const drafts = [
        createdDraft(),
        ...Array.from({ length: 30 }, (_, index) => turnDraft(id, index, long)),
      ];
      await stores.record(store, id, drafts);
      let batches = 0;
      let events = 0;
      for await (const batch of store.read(id)) {
        batches += 1;
        events += batch.length;
      }
      expect(events).toBe(31);
      expect(batches).toBeGreaterThan(5);
    });

    it('gives nothing for a stream that is not there', async () => {
      const store = await stores.open();
      expect(await readAll(store, id)).toEqual([]);
      expect(await store.head(id)).toBeUndefined();
      expect(await store.head(SYSTEM_STREAM)).toBeUndefined();
      expect(await store.quarantined(id)).toEqual([]);
      expect(await store.partials(id)).toEqual([]);
      expect(await store.owner(id)).toBeUndefined();
      expect(await store.session(id)).toBeUndefined();
      expect(await store.turns(id, 0, 10)).toEqual({ items: [], total: 0 });
    });

    it('sets a row aside that is not what its type promises, and reads on', async () => {
      const store = await stores.open();
      const writer = await stores.record(store, id, wholeSession(id, 3));
      await writer.close();
      await stores.place.tamper(id, { kind: 'rewrite', seq: 5, data: '{"task_id":7}' });
      await stores.place.tamper(id, { kind: 'rewrite', seq: 6, data: '{"cut' });
      await stores.place.tamper(id, { kind: 'change-type', seq: 7, to: 'from-the-future' });

      const again = await stores.open();
      expect((await readAll(again, id)).map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 8, 9, 10, 11, 12]);
      const aside = await again.quarantined(id);
      expect(aside.map(({ sessionId, seq, type }) => [sessionId, seq, type])).toEqual([
        [id, 5, 'turn-ended'],
        [id, 6, 'call-started'],
        [id, 7, 'from-the-future'],
      ]);
      expect(aside.map(({ message }) => message)).toEqual([
        expect.stringMatching(/shape of a turn-ended: \w+/),
        expect.stringMatching(/not JSON/),
        expect.stringMatching(/from-the-future.*not known/),
      ]);
    });

    it('tails: stored events first, then each commit, until the signal fires', async () => {
      const store = await stores.open();
      const writer = await stores.record(store, id, wholeSession(id, 2).slice(0, -1));
      const abort = new AbortController();
      const seen: number[] = [];
      const tailing = (async () => {
        for await (const batch of store.tail(id, 3, abort.signal)) {
          seen.push(...batch.map(({ seq }) => seq));
          if (seen.at(-1) === 13) abort.abort();
        }
      })();
      for (let number = 2; number < 7; number += 1) {
        writer.append([turnDraft(id, number)], AT);
        if (number % 2 === 0) await writer.flushed();
      }
      await tailing;
      expect(seen).toEqual([4, 5, 6, 7, 8, 9, 10, 11, 12, 13]);
    });

    it('tails a session from before its first event', async () => {
      const store = await stores.open();
      const abort = new AbortController();
      const tail = store.tail(id, 0, abort.signal)[Symbol.asyncIterator]();
      const first = tail.next();
      await stores.record(store, id, [createdDraft(), turnDraft(id, 1)]);
      expect((await first).value.map(({ seq }: RunEvent) => seq)).toEqual([1, 2]);
      abort.abort();
      expect((await tail.next()).done).toBe(true);
    });

    it('a slow tail misses nothing', async () => {
      const store = await stores.open();
      const writer = await stores.record(store, id, [createdDraft()]);
      const abort = new AbortController();
      const tail = store.tail(id, 0, abort.signal)[Symbol.asyncIterator]();
      await tail.next();
      // Far more commits than the feed keeps for a reader that does not come back.
      for (let number = 0; number < 600; number += 1) {
        writer.append([turnDraft(id, number)], AT);
        if (number % 3 === 0) await writer.flushed();
      }
      await writer.flushed();
      const seen: number[] = [];
      while (seen.length < 600) seen.push(...(await tail.next()).value.map(({ seq }: RunEvent) => seq));
      expect(seen).toEqual(Array.from({ length: 600 }, (_, index) => index + 2));
      abort.abort();
      await tail.return?.();
    });

    it('tails what another process writes', async () => {
      const [writing, watching] = [await stores.open(), await stores.open()];
      const writer = await stores.record(writing, id, [createdDraft()]);
      const abort = new AbortController();
      const seen: number[] = [];
      const tailing = (async () => {
        for await (const batch of watching.tail(id, 0, abort.signal)) {
          seen.push(...batch.map(({ seq }) => seq));
          if (seen.length === 1) {
            writer.append([turnDraft(id, 1)], AT);
            writer.append([turnDraft(id, 2)], AT);
          }
          if (batch.at(-1)?.type === 'session-ended') abort.abort();
          else if (seen.length >= 3) writer.append([endedDraft(id)], AT);
        }
      })();
      await tailing;
      expect(seen).toEqual([1, 2, 3, 4]);
    });

    it('tells of changes: own commits with their events, commits of others, deletions', async () => {
      const [store, other] = [await stores.open(), await stores.open()];
      const told: string[] = [];
      let wake = () => {};
      const foreign = new Promise<void>((resolve) => {
        wake = resolve;
      });
      const stop = store.onChange((change) => {
        if (change.kind === 'foreign') {
          told.push('foreign');
          wake();
        } else {
          const seqs = change.kind === 'events' ? change.events.map(({ seq }) => seq).join('+') : '';
          told.push(`${change.kind} ${change.sessionId} ${seqs}`.trim());
        }
      });
      const writer = await stores.record(store, id, [createdDraft(), turnDraft(id, 1)]);
      await writer.close();
      await store.appendSystem([settingsDraft(1)], AT);
      await other.appendSystem([settingsDraft(2)], AT);
      await foreign;
      await store.deleteSession(id, AT);
      expect(told.filter((one) => one !== 'foreign')).toEqual([
        `events ${id} 1+2`,
        `events ${SYSTEM_STREAM} 1`,
        `deleted ${id}`,
        `events ${SYSTEM_STREAM} 3`,
      ]);
      stop();
      const length = told.length;
      await store.appendSystem([settingsDraft(3)], AT);
      expect(told).toHaveLength(length);
    });

    it('a tail ends when its session is deleted, here or elsewhere, and when the store is closed', async () => {
      const [store, other, closing] = [await stores.open(), await stores.open(), await stores.open()];
      const writer = await stores.record(store, id, [createdDraft()]);
      await writer.close();
      const tails = [store, other, closing].map((one) =>
        one.tail(id, 0, new AbortController().signal)[Symbol.asyncIterator](),
      );
      for (const tail of tails) expect((await tail.next()).value).toHaveLength(1);
      const ends = tails.map((tail) => tail.next());
      await closing.close();
      await store.deleteSession(id, AT);
      for (const end of ends) expect((await end).done).toBe(true);
    });
  });
};

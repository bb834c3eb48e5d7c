import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EventDraft, SessionSummary } from '../../../core/contract/index.ts';
import { deadOwner, livingOwner, type StoreAdapter } from './adapter.ts';
import {
  callDraft,
  costDraft,
  createdDraft,
  endedDraft,
  roundDraft,
  sessionIdOf,
  turnDraft,
  wholeSession,
} from './sample-drafts.ts';
import { AT, useStores } from './store-fixture.ts';

export const listingSuite = (adapter: StoreAdapter): void => {
  describe(`lists and search of ${adapter.name}`, () => {
    const stores = useStores(adapter);
    const id = sessionIdOf(1);

    it('has a row for every session that says where it stands', async () => {
      const store = await stores.open();
      const writer = await stores.record(store, id, [createdDraft()]);
      const before: SessionSummary = {
        id,
        name: 'edge',
        mode: 'debate',
        status: 'running',
        outcome: null,
        topic: 'Designing a resilient edge network',
        participants: ['Athena', 'Apollo'],
        models: ['stub/debater', 'lab/qwen2.5'],
        project: 'edgeX',
        stub: false,
        round: 0,
        max_rounds: 6,
        turns: 0,
        totals: { usd: 0, tokens: { input: 0, output: 0 }, calls: 0, repeated_calls: 0 },
        created_at: AT,
        updated_at: AT,
        ended_at: null,
      };
      expect(await store.session(id)).toEqual(before);

      writer.append([roundDraft(1), callDraft(1), costDraft(1), turnDraft(id, 1)], AT + 5);
      writer.append([callDraft(2, true), costDraft(2), turnDraft(id, 2)], AT + 9);
      await writer.flushed();
      const running = await store.session(id);
      expect(running).toEqual({
        ...before,
        stub: true,
        round: 1,
        turns: 2,
        totals: { usd: 0.003, tokens: { input: 200, output: 40 }, calls: 2, repeated_calls: 1 },
        updated_at: AT + 9,
      });

      writer.append([endedDraft(id)], AT + 20);
      await writer.close();
      expect(await store.session(id)).toEqual({
        ...running,
        status: 'ended',
        outcome: 'converged',
        totals: { usd: 0.003, tokens: { input: 200, output: 40 }, calls: 2, repeated_calls: 0 },
        updated_at: AT + 20,
        ended_at: AT + 20,
      });
    });

    it('follows a session through pause, interruption, resumption and more rounds', async () => {
      const store = await stores.open();
      const writer = await stores.record(store, id, [createdDraft()]);
      const status = async (...drafts: readonly EventDraft[]) => {
        writer.append(drafts, AT);
        await writer.flushed();
        return (await store.session(id))?.status;
      };
      expect(await status({ type: 'pause-requested', data: { by: 'user', when: 'after-turn' } })).toBe(
        'pausing',
      );
      expect(await status({ type: 'session-paused', data: { reason: 'user' } })).toBe('paused');
      const resumed = (reason: 'user' | 'signal'): EventDraft => ({
        type: 'session-resumed',
        data: { reason, lost_calls: [], incomplete: [] },
      });
      expect(await status(resumed('user'))).toBe('running');
      expect(await status({ type: 'session-interrupted', data: { reason: 'SIGTERM' } })).toBe('interrupted');
      expect(await status(resumed('signal'))).toBe('running');
      expect(await status({ type: 'rounds-extended', data: { by: 'user', rounds: 3 } })).toBe('running');
      expect((await store.session(id))?.max_rounds).toBe(9);
      expect(await status(costDraft(1), costDraft(2, null))).toBe('running');
      expect((await store.session(id))?.totals.usd).toBeNull();
    });

    it('knows the sessions that can be resumed: not ended, not paused, owner dead', async () => {
      const store = await stores.open();
      const make = (number: number, drafts: readonly EventDraft[], owner = deadOwner()) =>
        stores.record(store, sessionIdOf(number), [createdDraft(), ...drafts], owner);
      await make(1, []);
      await make(2, [], livingOwner());
      await make(3, [endedDraft(sessionIdOf(3))]);
      await make(4, [{ type: 'session-paused', data: { reason: 'user' } }]);
      await make(5, [{ type: 'session-interrupted', data: { reason: 'SIGTERM' } }], livingOwner());
      const released = await make(6, [], livingOwner());
      await released.close();
      const ids = (sessions: readonly SessionSummary[]) => sessions.map((session) => session.id);
      const resumable = [6, 5, 1].map(sessionIdOf);
      expect(ids(await store.interrupted())).toEqual(resumable);
      expect(ids((await store.sessions({ limit: 9, status: 'interrupted' })).items)).toEqual(resumable);
      expect(ids((await store.sessions({ limit: 9, status: 'running' })).items)).toEqual([sessionIdOf(2)]);
      expect(ids((await store.sessions({ limit: 9, status: 'paused' })).items)).toEqual([sessionIdOf(4)]);
    });

    it('lists newest first, page by page, filtered', async () => {
      const store = await stores.open();
      for (let number = 1; number <= 25; number += 1) {
        const one = sessionIdOf(number);
        const writer = await store.createSession(one, livingOwner());
        const mode = number % 2 === 0 ? 'debate' : 'consensus';
        const topic = number % 5 === 0 ? `Straßen und Ünder 100% ${number}` : `Topic ${number}`;
        // Two sessions of the same millisecond each.
        writer.append([createdDraft({ name: `run_${number}`, mode, topic })], AT + Math.floor(number / 2));
        if (number <= 3) writer.append([endedDraft(one)], AT + 100);
        await writer.flushed();
      }
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await store.sessions({ limit: 7, ...(cursor !== undefined && { cursor }) });
        expect(page.total).toBe(25);
        seen.push(...page.items.map(({ name }) => name));
        cursor = page.nextCursor ?? undefined;
      } while (cursor !== undefined);
      expect(seen).toEqual(Array.from({ length: 25 }, (_, index) => `run_${25 - index}`));

      const names = async (query: Omit<Parameters<typeof store.sessions>[0], 'limit'>) => {
        const { items, total, nextCursor } = await store.sessions({ limit: 100, ...query });
        expect([total, nextCursor]).toEqual([items.length, null]);
        return items.map(({ name }) => name);
      };
      expect(await names({ outcome: 'converged' })).toEqual(['run_3', 'run_2', 'run_1']);
      expect(await names({ status: 'ended', mode: 'debate' })).toEqual(['run_2']);
      expect(await names({ query: 'ÜNDER 100%' })).toEqual(['run_25', 'run_20', 'run_15', 'run_10', 'run_5']);
      expect(await names({ query: '  run_2 athena ' })).toEqual([
        'run_25',
        'run_24',
        'run_23',
        'run_22',
        'run_21',
        'run_20',
        'run_2',
      ]);
      expect(await names({ query: '%' })).toHaveLength(5);
      expect(await names({ query: 'nothing like it' })).toEqual([]);
      await expect(store.sessions({ limit: 5, cursor: 'made up' })).rejects.toMatchObject({
        code: 'input/invalid',
      });
    });

    it('pages through turns in order of completion', async () => {
      const store = await stores.open();
      await stores.record(store, id, wholeSession(id, 250));
      const all = await store.turns(id, 0, 1_000);
      expect(all.total).toBe(250);
      expect(all.items.map(({ round }) => round)).toEqual(
        Array.from({ length: 250 }, (_, index) => 1 + Math.floor(index / 2)),
      );
      const page = await store.turns(id, 120, 60);
      expect(page).toEqual({ items: all.items.slice(120, 180), total: 250 });
      expect(await store.turns(id, 250, 10)).toEqual({ items: [], total: 250 });
    });

    it('sees what another process wrote', async () => {
      const [a, b] = [await stores.open(), await stores.open()];
      expect((await b.sessions({ limit: 5 })).total).toBe(0);
      const writer = await stores.record(a, id, wholeSession(id, 3).slice(0, -1));
      expect((await b.session(id))?.turns).toBe(3);
      expect((await b.turns(id, 0, 10)).total).toBe(3);
      writer.append([turnDraft(id, 7, 'zebra crossing')], AT);
      await writer.flushed();
      expect((await b.session(id))?.turns).toBe(4);
      expect(await b.search('zebra', 10)).toHaveLength(1);
    });

    it('finds turns by the beginnings of their words, and marks them', async () => {
      const store = await stores.open();
      const texts = [
        'The café at the edge of town serves résumés, not caches.',
        'Nothing here but routers; routing tables and "quoted" words.',
        'Кэширование на краю сети; 缓存; naïve AND OR NOT NEAR(x) col:val',
      ];
      await stores.record(store, id, [
        createdDraft(),
        ...texts.map((text, index) => turnDraft(id, index, text)),
      ]);
      const hits = async (query: string) => (await store.search(query, 10)).map(({ seq }) => seq);
      expect(await store.search('edge', 10)).toEqual([
        {
          session_id: id,
          session_name: 'edge',
          task_id: expect.any(String),
          seq: 2,
          round: 1,
          node: null,
          agent: 'Athena',
          snippet: 'The café at the \u0002edge\u0003 of town serves résumés, not caches.',
        },
      ]);
      expect(await hits('rout')).toEqual([3]);
      expect(await hits('resume cafe')).toEqual([2]);
      expect(await hits('кэш')).toEqual([4]);
      expect(await hits('NEAR(x)')).toEqual([4]);
      expect(await hits('col:val')).toEqual([4]);
      expect(await hits('edge routers')).toEqual([]);
      expect(await hits('uter')).toEqual([]);
      expect(await hits('')).toEqual([]);
      expect(await hits(' "*- ')).toEqual([]);
    });

    it('takes any text as a search, without an error', async () => {
      const store = await stores.open();
      await stores.record(store, id, [createdDraft(), turnDraft(id, 1)]);
      await fc.assert(
        fc.asyncProperty(
          fc.oneof(
            fc.string({ unit: 'binary' }),
            fc
              .array(
                fc.constantFrom('"', '*', 'AND', 'NOT', 'edge', '(', ')', ':', '^', '-', "'", '\0', 'é'),
                {
                  maxLength: 12,
                },
              )
              .map((parts) => parts.join(' ')),
          ),
          async (query) => {
            expect(Array.isArray(await store.search(query, 5))).toBe(true);
            expect((await store.sessions({ limit: 1, query })).items.length).toBeLessThanOrEqual(1);
          },
        ),
        { numRuns: 60, verbose: true },
      );
    });

    it('refolds to the same, and mends a projection that was changed', async () => {
      const store = await stores.open();
      await stores.record(store, id, wholeSession(id, 30));
      await stores.record(store, sessionIdOf(2), wholeSession(sessionIdOf(2), 3).slice(0, -1), deadOwner());
      const look = async () => ({
        list: await store.sessions({ limit: 10 }),
        turns: await store.turns(id, 3, 4),
        hits: await store.search('warmed', 50),
      });
      const before = await look();
      expect(before.hits).toHaveLength(33);
      await stores.place.tamper(id, { kind: 'change-projection' });
      expect(await store.verify(id)).toMatchObject({ ok: true, projections_equal: false });
      await store.refold();
      expect(await store.verify(id)).toMatchObject({ ok: true, projections_equal: true });
      expect(await look()).toEqual(before);
    });

    it('shows a session whose first event is damaged instead of losing it', async () => {
      const store = await stores.open();
      const writer = await stores.record(store, id, wholeSession(id, 2));
      await writer.close();
      await stores.place.tamper(id, { kind: 'rewrite', seq: 1, data: '{}' });
      await store.refold();
      const [row] = (await store.sessions({ limit: 5 })).items;
      expect(row).toMatchObject({ id, status: 'ended', turns: 2 });
      expect(row?.name).toMatch(/damaged/);
      expect((await store.deleteSession(id, AT)).events).toBe(9);
    });

    it('counts events, bytes and commits', async () => {
      const store = await stores.open();
      await stores.record(store, id, wholeSession(id, 10));
      const { events, bytes, commits } = await store.statistics();
      expect(events).toBe(33);
      expect(bytes).toBeGreaterThan(10_000);
      expect(commits).toBeGreaterThan(0);
      await store.appendSystem([{ type: 'settings-changed', data: { changes: {} } }], AT);
      expect((await store.statistics()).commits).toBe(commits + 1);
    });
  });
};

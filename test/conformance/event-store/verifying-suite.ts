import { describe, expect, it } from 'vitest';
import { SYSTEM_STREAM } from '../../../core/contract/index.ts';
import type { StoreAdapter, Tamper } from './adapter.ts';
import { sessionIdOf, settingsDraft, wholeSession } from './sample-drafts.ts';
import { AT, useStores } from './store-fixture.ts';

export const verifyingSuite = (adapter: StoreAdapter): void => {
  describe(`verification by ${adapter.name}`, () => {
    const stores = useStores(adapter);
    const id = sessionIdOf(1);
    const other = sessionIdOf(2);

    it('finds nothing wrong with what nobody touched', async () => {
      const store = await stores.open();
      const drafts = wholeSession(id, 900);
      await stores.record(store, id, drafts);
      await store.appendSystem([settingsDraft(1)], AT);
      expect(await store.verify(id)).toEqual({
        ok: true,
        events: drafts.length,
        first_problem: null,
        projections_equal: true,
        projection_problem: null,
      });
      expect(await store.verify(SYSTEM_STREAM)).toMatchObject({ ok: true, events: 1 });
    });

    it('knows an empty system stream, and a session that is not there', async () => {
      const store = await stores.open();
      expect(await store.verify(SYSTEM_STREAM)).toMatchObject({ ok: true, events: 0 });
      await expect(store.verify(id)).rejects.toMatchObject({ code: 'input/unknown-session' });
    });

    const damages: readonly (readonly [string, Tamper, number, string])[] = [
      ['a changed byte', { kind: 'change-data', seq: 5, from: 'warmed', to: 'harmed' }, 5, 'changed'],
      ['a changed time', { kind: 'change-time', seq: 3 }, 3, 'changed'],
      ['a changed type', { kind: 'change-type', seq: 4, to: 'round-started' }, 4, 'changed'],
      ['a changed hash', { kind: 'change-hash', seq: 6 }, 6, 'changed'],
      ['a missing row', { kind: 'drop', seq: 7 }, 7, 'missing'],
      ['a missing first row', { kind: 'drop', seq: 1 }, 1, 'missing'],
      ['two rows that changed places', { kind: 'swap', seq: 4, other: 9 }, 4, 'moved'],
      ['a row that is there twice', { kind: 'duplicate', seq: 8 }, 8, 'duplicated'],
      ['a row moved to another session', { kind: 'move-to', seq: 3, sessionId: other, as: 99 }, 3, 'missing'],
      ['a cut tail', { kind: 'cut-tail', rows: 2 }, 11, 'cut-tail'],
      ['a cut tail with its count', { kind: 'cut-tail-and-count', rows: 2 }, 10, 'head'],
      ['everything cut', { kind: 'cut-tail', rows: 12 }, 1, 'cut-tail'],
      ['a missing head', { kind: 'drop-head' }, 12, 'head'],
      ['a row that is no event', { kind: 'rewrite', seq: 5, data: '[]' }, 5, 'unreadable'],
    ];
    it.each(damages)('names %s', async (_name, change, seq, kind) => {
      const store = await stores.open();
      for (const session of [id, other]) {
        const writer = await stores.record(store, session, wholeSession(session, 3));
        await writer.close();
      }
      await stores.place.tamper(id, change);
      const result = await store.verify(id);
      expect(result.ok).toBe(false);
      expect(result.first_problem).toMatchObject({ seq, kind, message: expect.stringMatching(/\w{3}/) });
      // Its neighbour is whole, unless a row was put into it.
      const neighbour = await store.verify(other);
      if (change.kind === 'move-to') {
        expect(neighbour.first_problem).toMatchObject({ seq: 13, kind: 'missing' });
      } else {
        expect(neighbour).toMatchObject({ ok: true, projections_equal: true });
      }
    });

    it('names a row that was put behind the end', async () => {
      const store = await stores.open();
      for (const session of [id, other]) {
        const writer = await stores.record(store, session, wholeSession(session, 3));
        await writer.close();
      }
      await stores.place.tamper(id, { kind: 'move-to', seq: 12, sessionId: other, as: 13 });
      expect((await store.verify(id)).first_problem).toMatchObject({ seq: 12, kind: 'cut-tail' });
      expect((await store.verify(other)).first_problem).toMatchObject({ seq: 13, kind: 'moved' });
    });
  });
};

import { describe, expect, it } from 'vitest';
import { SYSTEM_STREAM, type WorkflowRun } from '../../../core/contract/index.ts';
import type { EventStore } from '../../../core/storage/index.ts';
import { workflowOf } from '../../support/workflow-run.ts';
import type { StoreAdapter } from './adapter.ts';
import { createdDraft, sessionIdOf } from './sample-drafts.ts';
import { AT, useStores } from './store-fixture.ts';

const TEXT = '# mine\nnodes:\n  - {id: a, prompt: "ü – ok"}\n';
const run = (stored: WorkflowRun['stored']) => workflowOf({ nodes: [{ id: 'a' }] }, { stored });

export const graphsSuite = (adapter: StoreAdapter): void => {
  describe(`task graphs of ${adapter.name}`, () => {
    const stores = useStores(adapter);
    const save = (store: EventStore, baseVersion: number, at = AT, id = 'g') =>
      store.graphs.save({
        id,
        name: `N${baseVersion + 1}`,
        text: TEXT,
        note: '',
        nodes: 1,
        errors: 0,
        baseVersion,
        at,
      });
    const draft = (store: EventStore, base: number, revision: number, text = `draft ${revision}`, id = 'g') =>
      store.graphs.putDraft({
        id,
        name: 'Draft',
        text,
        base_version: base,
        revision,
        nodes: 2,
        errors: 1,
        at: AT + revision,
      });

    it('keeps every version as it was saved, and says so in the log', async () => {
      const store = await stores.open();
      const first = await save(store, 0);
      const second = await save(store, 1, AT + 5);
      expect([first.version, second.version]).toEqual([1, 2]);
      expect(await store.graphs.version('g')).toEqual(second);
      expect(await store.graphs.version('g', 1)).toEqual({ ...first, text: TEXT });
      expect((await store.graphs.versions('g')).map(({ version }) => version)).toEqual([2, 1]);
      expect(await store.graphs.version('g', 3)).toBeUndefined();
      expect(await store.graphs.version('h')).toBeUndefined();
      const types: string[] = [];
      for await (const batch of store.read(SYSTEM_STREAM)) types.push(...batch.map(({ type }) => type));
      expect(types).toEqual(['graph-saved', 'graph-saved']);
      expect(await store.verify(SYSTEM_STREAM)).toMatchObject({ ok: true, projections_equal: true });
    });

    it('refuses to save over a newer version, and keeps what is there', async () => {
      const store = await stores.open();
      await save(store, 0);
      const newest = await save(store, 1);
      for (const base of [0, 1]) {
        await expect(save(store, base)).rejects.toMatchObject({
          code: 'input/conflict',
          message: expect.stringContaining('Version 2 is newer'),
          kept: expect.stringContaining('Version 2'),
        });
      }
      await expect(save(store, 7)).rejects.toMatchObject({ code: 'input/conflict' });
      expect(await store.graphs.version('g')).toEqual(newest);
    });

    it('lets one of two who save at once through', async () => {
      const [one, other] = [await stores.open(), await stores.open()];
      await save(one, 0);
      const saves = await Promise.allSettled([save(one, 1), save(other, 1), save(one, 1), save(other, 1)]);
      expect(saves.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      expect((await other.graphs.versions('g')).map(({ version }) => version)).toEqual([2, 1]);
    });

    it('keeps the newest draft until it is saved or thrown away', async () => {
      const store = await stores.open();
      await save(store, 0);
      await draft(store, 1, 4);
      for (const revision of [4, 3]) {
        await expect(draft(store, 1, revision)).rejects.toMatchObject({
          code: 'input/conflict',
          message: expect.stringContaining('revision 4'),
        });
      }
      expect(await store.graphs.draft('g')).toMatchObject({ text: 'draft 4', revision: 4, base_version: 1 });
      await draft(store, 1, 5);
      expect(await store.graphs.list()).toMatchObject([{ id: 'g', version: 1, has_draft: true }]);
      await save(store, 1);
      expect(await store.graphs.draft('g')).toBeUndefined();
      await expect(draft(store, 1, 6)).rejects.toMatchObject({
        code: 'input/conflict',
        message: expect.stringContaining('Version 2 is newer'),
      });
      await draft(store, 2, 1);
      expect(await store.graphs.discardDraft('g')).toBe(true);
      expect(await store.graphs.discardDraft('g')).toBe(false);
    });

    it('lists what is newest first, with drafts that were never saved and the last run', async () => {
      const store = await stores.open();
      await save(store, 0, AT, 'old');
      await save(store, 0, AT + 10, 'new');
      await draft(store, 0, 5, TEXT, 'only');
      for (const [number, stored] of [{ id: 'old', version: 1 }, { id: 'old', version: 1 }, null].entries()) {
        const writer = await stores.record(store, sessionIdOf(number + 1), [
          createdDraft({ mode: 'workflow', workflow: run(stored) }),
        ]);
        await writer.close();
      }
      expect(await store.graphs.list()).toEqual([
        expect.objectContaining({ id: 'new', at: AT + 10, has_draft: false, last_session: null }),
        expect.objectContaining({ id: 'only', version: 0, has_draft: true, nodes: 2, errors: 1 }),
        expect.objectContaining({ id: 'old', last_session: sessionIdOf(2) }),
      ]);
    });

    it('forgets a deleted graph, which may begin anew', async () => {
      const store = await stores.open();
      await save(store, 0);
      await save(store, 1);
      await draft(store, 2, 1);
      expect(await store.graphs.delete('g', AT)).toBe(true);
      expect(await store.graphs.delete('g', AT)).toBe(false);
      expect(await store.graphs.list()).toEqual([]);
      await expect(save(store, 2)).rejects.toMatchObject({ code: 'input/conflict' });
      expect(await save(store, 0)).toMatchObject({ version: 1 });
      expect(await store.verify(SYSTEM_STREAM)).toMatchObject({ ok: true, projections_equal: true });
    });

    it('deletes every text of a graph with it', async () => {
      const store = await stores.open();
      const secret = 'MarmaladeXylophone';
      const text = `nodes: [{id: a, prompt: "About ${secret}"}]`;
      const figures = { name: 'G', note: '', nodes: 1, errors: 0, at: AT };
      for (const baseVersion of [0, 1]) await store.graphs.save({ id: 'g', text, baseVersion, ...figures });
      await draft(store, 2, 1, text);
      await save(store, 0, AT, 'other');
      expect(await store.graphs.version('g', 1)).toMatchObject({ text });
      expect(await stores.place.everything()).toContain(secret);
      await store.graphs.delete('g', AT);
      expect((await stores.place.everything()).toLowerCase()).not.toContain(secret.toLowerCase());
      expect(await store.graphs.version('other')).toMatchObject({ text: TEXT });
      expect(await store.verify(SYSTEM_STREAM)).toMatchObject({ ok: true, projections_equal: true });
    });

    it('comes to the same tables when it is refolded', async () => {
      const store = await stores.open();
      await save(store, 0);
      await save(store, 1);
      await save(store, 0, AT, 'gone');
      await store.graphs.delete('gone', AT);
      await draft(store, 2, 1);
      const before = [await store.graphs.list(), await store.graphs.version('g', 1)];
      await store.refold();
      expect([await store.graphs.list(), await store.graphs.version('g', 1)]).toEqual(before);
      expect(await store.verify(SYSTEM_STREAM)).toMatchObject({ ok: true, projections_equal: true });
    });

    it('lists sessions inside of nodes under their session only', async () => {
      const store = await stores.open();
      const [parent, child] = [sessionIdOf(1), sessionIdOf(2)];
      const writers = [
        await stores.record(store, parent, [createdDraft({ mode: 'workflow', workflow: run(null) })]),
        await stores.record(store, child, [createdDraft({ metadata: { parent, node: 'a' } })]),
      ];
      for (const writer of writers) await writer.close();
      const listed = async (query: { parent?: string }) =>
        (await store.sessions({ limit: 10, ...query })).items.map(({ id }) => id);
      expect(await listed({})).toEqual([parent]);
      expect(await listed({ parent })).toEqual([child]);
      expect((await store.sessions({ limit: 10 })).total).toBe(1);
      expect((await store.session(child))?.parent).toBe(parent);
      expect((await store.interrupted()).map(({ id }) => id)).toEqual([parent]);
    });
  });
};

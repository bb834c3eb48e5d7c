import { describe, expect, it } from 'vitest';
import { openCore } from '../../../support/open-core.ts';

const TEXT = '# mine\nnodes:\n  - {id: a}\n  - {id: b, deps: [a]}\n';

describe('stored graphs', () => {
  it('are saved, listed, found, opened and deleted; comments stay', async () => {
    const { api } = await openCore();
    const saved = await api['graphs.save']({ name: 'Research plan', text: TEXT, base_version: 0 });
    expect(saved).toMatchObject({ version: 1, nodes: 2, errors: 0, text: TEXT });
    expect((await api['graphs.list']({ query: 'plan RESEARCH' })).items).toMatchObject([
      { id: saved.id, version: 1, has_draft: false, last_session: null },
    ]);
    expect((await api['graphs.list']({ query: 'zebra' })).items).toEqual([]);
    expect(await api['graphs.get']({ id: saved.id })).toMatchObject({ graph: { text: TEXT }, draft: null });
    expect(await api['graphs.delete']({ id: saved.id })).toEqual({ deleted: true });
    await expect(api['graphs.get']({ id: saved.id })).rejects.toMatchObject({ code: 'input/unknown-graph' });
    await expect(api['graphs.delete']({ id: saved.id })).rejects.toMatchObject({
      code: 'input/unknown-graph',
    });
  });

  it('are kept and opened when they are broken, with their errors counted', async () => {
    const { api } = await openCore();
    const cycle = await api['graphs.save']({
      name: 'Cycle',
      text: 'nodes: [{id: a, deps: [a]}, {id: b, deps: [nowhere]}]',
      base_version: 0,
    });
    expect(cycle).toMatchObject({ nodes: 2, errors: 2 });
    const noText = await api['graphs.save']({ name: 'Odd', text: 'nodes: [', base_version: 0 });
    expect(noText).toMatchObject({ nodes: 0, errors: 1 });
    expect((await api['graphs.get']({ id: noText.id })).graph?.text).toBe('nodes: [');
  });

  it('have a draft that may be all there is', async () => {
    const { api } = await openCore();
    const draft = { id: 'mine', name: 'New', text: TEXT, base_version: 0, revision: 1 };
    expect(await api['graphs.draft'](draft)).toMatchObject(draft);
    expect(await api['graphs.get']({ id: 'mine' })).toMatchObject({
      graph: null,
      versions: [],
      draft: { revision: 1 },
    });
    await expect(api['graphs.draft'](draft)).rejects.toMatchObject({ code: 'input/conflict' });
    expect(await api['graphs.save']({ ...draft })).toMatchObject({ id: 'mine', version: 1 });
    expect(await api['graphs.discard-draft']({ id: 'mine' })).toEqual({ discarded: false });
  });

  it('say which version is not there, and which is newer', async () => {
    const { api } = await openCore();
    const { id } = await api['graphs.save']({ name: 'G', text: TEXT, base_version: 0 });
    await expect(api['graphs.get']({ id, version: 7 })).rejects.toMatchObject({
      code: 'input/unknown-graph',
      message: expect.stringContaining('no version 7'),
      remedy: expect.stringContaining('1'),
    });
    await expect(api['graphs.save']({ id, name: 'G', text: TEXT, base_version: 0 })).rejects.toMatchObject({
      code: 'input/conflict',
    });
  });

  it('are refused where they cannot be stored', async () => {
    const { api } = await openCore();
    const save = (change: object) =>
      api['graphs.save']({ name: 'G', text: TEXT, base_version: 0, ...change });
    await expect(save({ text: 'a\u0000' })).rejects.toMatchObject({ code: 'input/invalid' });
    await expect(save({ text: 'a\ud800' })).rejects.toMatchObject({ code: 'input/invalid' });
    await expect(save({ id: '../x' })).rejects.toMatchObject({ where: { path: 'id' } });
    await expect(save({ text: 'x'.repeat(8 * 1024 * 1024 + 1) })).rejects.toMatchObject({
      code: 'input/too-large',
    });
    expect((await api['graphs.list']({})).items).toEqual([]);
  });
});

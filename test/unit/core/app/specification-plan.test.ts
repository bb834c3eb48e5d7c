import { describe, expect, it } from 'vitest';
import { openCore } from '../../../support/open-core.ts';

const GRAPH = 'name: Mine\nnodes: [{id: a, agent: Athena, fallback: Apollo}, {id: b, deps: [a]}]';

describe('a workflow as it is recorded', () => {
  it('is the graph of a specification, inline, stored or in a file, with everybody in it', async () => {
    const core = await openCore();
    const { api } = core;
    const saved = await api['graphs.save']({ name: 'Mine', text: GRAPH, base_version: 0 });
    const created = async (id: string) => {
      await core.whenEnded(id);
      return (await api['sessions.get']({ id })).specification;
    };
    const stored = await api['sessions.create']({
      mode: 'workflow',
      graph: { stored: saved.id },
      model: 'stub/debater',
    });
    expect(await created(stored.id)).toMatchObject({
      name: 'Mine',
      topic: 'Mine',
      agents: ['Athena@1.0.0', 'Apollo@1.0.0', 'Planner@1.0.0'],
      max_rounds: 2,
      workflow: { stored: { id: saved.id, version: 1 }, parallel: { total: 8 } },
    });
    expect((await api['graphs.list']({})).items).toMatchObject([{ last_session: stored.id }]);
    const text = 'mode: workflow\ngraph: part.yaml\nmodel: stub/debater\n';
    const readText = async (path: string) => (path === 'part.yaml' ? GRAPH : '');
    const filed = await core.startFromText(text, { file: 'w.yaml', readText });
    expect(await created(filed)).toMatchObject({ name: 'Mine', workflow: { stored: null } });
    await expect(core.startFromText(text, { file: 'w.yaml' })).rejects.toMatchObject({
      where: { path: 'graph' },
    });
  });

  it('never starts with an error', async () => {
    const core = await openCore();
    const start = (graph: object) => core.api['sessions.create']({ mode: 'workflow', graph });
    await expect(start({ nodes: [{ id: 'a', deps: ['a'] }] })).rejects.toMatchObject({
      code: 'input/invalid',
      kept: 'Nothing was started.',
    });
    await expect(start({ nodes: [{ id: 'a', agent: 'Athene' }] })).rejects.toMatchObject({
      message: expect.stringMatching(/"a".*Athena/s),
    });
    expect((await core.api['sessions.list']({})).total).toBe(0);
  });

  it('is refused where a name would stand for two versions', async () => {
    const core = await openCore();
    const text = 'name: Athena\ndescription: Another one.\nrole: Another one.\nmodels: [stub/debater]\n';
    await core.createAgentFromText(text, 'athena.yaml');
    const nodes = [
      { id: 'a', agent: 'Athena' },
      { id: 'b', agent: 'Athena@1.0.0' },
    ];
    await expect(core.api['sessions.create']({ mode: 'workflow', graph: { nodes } })).rejects.toMatchObject({
      message: expect.stringContaining('two versions'),
    });
  });
});

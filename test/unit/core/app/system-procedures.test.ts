import { describe, expect, it } from 'vitest';
import { openCore } from '../../../support/open-core.ts';

describe('procedures beside the sessions', () => {
  it('give the samples, each of which is valid here', async () => {
    const { api } = await openCore();
    const { items } = await api['specifications.samples']({});
    expect(items.length).toBeGreaterThan(3);
    for (const { text, file } of items) {
      expect((await api['specifications.check']({ text, file })).problems, file).toEqual([]);
    }
  });

  it('list the shipped agents and refuse strangers with a remedy', async () => {
    const { api } = await openCore();
    const names = (await api['agents.list']({})).items.map((agent) => agent.name);
    expect(names).toEqual(
      expect.arrayContaining(['Athena', 'Apollo', 'Hermes', 'Planner', 'Synthesizer', 'Moderator', 'Critic']),
    );
    await expect(api['agents.get']({ name: 'Zeus' })).rejects.toMatchObject({
      code: 'input/unknown-agent',
      remedy: expect.stringContaining('Athena'),
    });
  });

  it('say where the data is and which host serves', async () => {
    const core = await openCore({ host: 'web', hostReason: 'The desktop runtime is not installed.' });
    expect(await core.api['system.information']({})).toMatchObject({
      data_folder: core.home,
      host: 'web',
      host_reason: 'The desktop runtime is not installed.',
    });
  });
});

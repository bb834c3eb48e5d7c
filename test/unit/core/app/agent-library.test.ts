import { describe, expect, it } from 'vitest';
import { openCore } from '../../../support/open-core.ts';

describe('the agent library', () => {
  it('creates agents as versions that never change', async () => {
    const core = await openCore();
    const before = (await core.api['agents.get']({ name: 'Athena' })).agent;
    const { version: _version, fingerprint: _f, origin: _o, created_at: _c, ...definition } = before;
    const same = await core.api['agents.create'](definition);
    expect(same.version).toBe(before.version);
    const changed = await core.api['agents.create']({ ...definition, role: 'You say less.' });
    expect(changed.version).not.toBe(before.version);
    expect((await core.api['agents.get']({ name: `Athena@${before.version}` })).agent.role).toBe(before.role);
    expect((await core.api['agents.get']({ name: 'Athena' })).versions).toHaveLength(2);
    const clash = { ...definition, version: before.version, role: 'Another.' };
    await expect(core.api['agents.create'](clash)).rejects.toMatchObject({ code: 'input/conflict' });
  });
});

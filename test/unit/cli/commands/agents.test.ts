import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { agentnet, newHome } from '../stand-ins.ts';

const home = newHome();

describe('agentnet agents', { timeout: 30_000 }, () => {
  it('lists what ships', async () => {
    const { out } = await agentnet(home, 'agents');
    for (const name of ['Athena', 'Apollo', 'Hermes', 'Planner', 'Synthesizer'])
      expect(out).toContain(`${name}@1.0.0 `);
    const all = (await agentnet(home, 'agents', 'list', '--json')).lines();
    expect(all).toContainEqual(expect.objectContaining({ name: 'Athena', origin: 'shipped' }));
  });

  it('creates versions and shows them', async () => {
    const file = join(home, 'zeus.yaml');
    writeFileSync(file, 'name: Zeus\ndescription: Decides\nrole: You decide.\nstyle: { logic: 0.9 }\n');
    expect(await agentnet(home, 'agents', 'create', file)).toMatchObject({
      code: 0,
      out: 'Created Zeus@1.0.0.\n',
    });
    const { out } = await agentnet(home, 'agents', 'show', 'Zeus');
    expect(out).toContain('You decide.');
    expect(out).toContain('logic 0.9');
    const [found] = (await agentnet(home, 'agents', 'show', 'Zeus@1.0.0', '--json')).lines();
    expect(found).toMatchObject({ agent: { name: 'Zeus', origin: 'user' } });
  });

  it('refuses a file with its line, and unknown names', async () => {
    const file = join(home, 'bad.yaml');
    writeFileSync(file, 'name: Hera\ndescription: x\nrole: y\nstile: {}\n');
    expect(await agentnet(home, 'agents', 'create', file)).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringContaining(`${file}:4:1`),
    });
    expect(await agentnet(home, 'agents', 'show', 'Nobody')).toMatchObject({ code: 2 });
    expect(await agentnet(home, 'agents', 'show')).toMatchObject({ code: 2 });
    expect(await agentnet(home, 'agents', 'burn')).toMatchObject({ code: 2 });
  });
});

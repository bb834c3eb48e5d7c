import { expect, it } from 'vitest';
import { agentnet, newHome } from '../stand-ins.ts';

it('says what works and how to mend what does not', { timeout: 30_000 }, async () => {
  const home = newHome();
  const people = await agentnet(home, 'doctor');
  expect(people.code).toBe(0);
  for (const name of ['Node.js', 'Database', 'Keychain', 'Electron']) expect(people.out).toContain(name);
  const checks = (await agentnet(home, 'doctor', '--json')).lines();
  expect(checks).toContainEqual(expect.objectContaining({ name: 'Database', state: 'ok' }));
  expect(await agentnet(home, 'doctor', 'now')).toMatchObject({ code: 2 });
});

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { agentnet, newHome } from '../stand-ins.ts';

describe('stored graphs', { timeout: 60_000 }, () => {
  it('are saved from a file, listed and shown as they were', async () => {
    const home = newHome();
    expect(await agentnet(home, 'graph', 'list')).toMatchObject({
      code: 0,
      out: '',
      err: expect.stringContaining('graph save'),
    });
    const text = '# kept\nnodes: [{id: a}, {id: b, deps: [zz]}]';
    const file = join(home, 'plan.yaml');
    writeFileSync(file, text);
    const saved = await agentnet(home, 'graph', 'save', file);
    expect(saved).toMatchObject({ code: 0, out: expect.stringMatching(/^Stored plan\.yaml as .*1 error/) });
    const [row] = (await agentnet(home, 'graph', 'list', '--json')).lines();
    expect(row).toMatchObject({ name: 'plan.yaml', version: 1, nodes: 2, errors: 1 });
    expect((await agentnet(home, 'graph', 'list')).out).toContain('plan.yaml');
    expect((await agentnet(home, 'graph', 'show', String(row?.['id']))).out).toBe(`${text}\n`);
    expect((await agentnet(home, 'graph', 'show', 'nowhere')).code).toBe(2);
  });
});

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { agentnet, newHome } from './stand-ins.ts';

describe('followRun', { timeout: 60_000 }, () => {
  it('tells of nodes in a specification of mode workflow, its graph in a file beside it', async () => {
    const home = newHome();
    mkdirSync(join(home, 'parts'));
    writeFileSync(join(home, 'parts', 'mine.yaml'), 'nodes: [{id: a}, {id: b, deps: [a]}]');
    const file = join(home, 'run.yaml');
    writeFileSync(file, 'name: w\nmode: workflow\ngraph: parts/mine.yaml\nmodel: stub/debater\n');
    const ran = await agentnet(home, 'run', file);
    expect(ran).toMatchObject({ code: 0, err: expect.stringContaining('▸ b  task') });
    const talk = join(home, 'talk.yaml');
    writeFileSync(talk, 'mode: single\ntopic: Why\nagents: [Athena]\nmodel: stub/echo\n');
    expect((await agentnet(home, 'run', talk)).out).toContain('Ended: completed');
  });

  it('says which file is missing', async () => {
    const home = newHome();
    const file = join(home, 'run.yaml');
    writeFileSync(file, 'mode: workflow\ngraph: nowhere.yaml\n');
    const ran = await agentnet(home, 'run', file);
    expect(ran).toMatchObject({ code: 2, err: expect.stringContaining(join(home, 'nowhere.yaml')) });
  });
});

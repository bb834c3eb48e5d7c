import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { agentnet, newHome } from '../stand-ins.ts';

describe('agentnet graph plan', () => {
  it('prints a graph that can be checked and edited', async () => {
    const home = newHome();
    const plan = await agentnet(home, 'graph', 'plan', 'Move the office', '--seed', '3', '--max-nodes', '4');
    expect(plan).toMatchObject({ code: 0 });
    expect(plan.out).toMatch(
      /^# Goal: Move the office\n# Planned in session [0-9a-f-]{36}\n\nnodes:\n {2}# /,
    );
    const file = join(home, 'plan.yaml');
    writeFileSync(file, plan.out);
    expect(await agentnet(home, 'graph', 'check', file)).toMatchObject({
      code: 0,
      out: '4 nodes, ready to run.\n',
    });
  });

  it('writes a file that runs, and never over one', async () => {
    const home = newHome();
    for (const name of ['plan.yaml', 'plan.json']) {
      const file = join(home, name);
      const goal = ['graph', 'plan', 'Move the office', '--agents', 'Athena,Critic', '--out', file] as const;
      expect(await agentnet(home, ...goal)).toMatchObject({
        code: 0,
        out: '',
        err: expect.stringContaining(file),
      });
      const before = readFileSync(file, 'utf8');
      expect(await agentnet(home, ...goal)).toMatchObject({
        code: 2,
        err: expect.stringContaining('exists already'),
      });
      expect(readFileSync(file, 'utf8')).toBe(before);
    }
    const run = await agentnet(
      home,
      'graph',
      'run',
      join(home, 'plan.json'),
      '--model',
      'stub/echo',
      '--json',
    );
    expect(run.code).toBe(0);
    expect(run.lines().at(-1)).toMatchObject({ type: 'session-ended', data: { outcome: 'completed' } });
  });

  it('prints one object for scripts', async () => {
    const home = newHome();
    const plan = await agentnet(home, 'graph', 'plan', 'Move the office', '--json');
    expect(plan.lines()).toMatchObject([
      { repaired: false, problems: [], graph: { nodes: expect.any(Array) } },
    ]);
  });

  it('refuses what it cannot do, and asks nobody', async () => {
    const home = newHome();
    for (const words of [
      [],
      [' '],
      ['two', 'goals'],
      ['Move', '--agents', 'Athena,'],
      ['Move', '--agents', 'Athenna'],
      ['Move', '--max-nodes', '0'],
      ['Move', '--model', 'nowhere/none'],
    ]) {
      expect(await agentnet(home, 'graph', 'plan', ...words)).toMatchObject({ code: 2, out: '' });
    }
    const out = join(home, 'nowhere', 'plan.yaml');
    expect(await agentnet(home, 'graph', 'plan', 'Move', '--out', out)).toMatchObject({ code: 2 });
    expect(existsSync(out)).toBe(false);
  });

  it('says in words what a planner did that plans nothing', async () => {
    const home = newHome();
    expect(await agentnet(home, 'graph', 'plan', 'Move', '--model', 'stub/voter')).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringContaining('no plan that can be used'),
    });
  });
});

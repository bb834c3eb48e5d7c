import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { agentnet, newHome } from '../stand-ins.ts';

describe('agentnet approve', () => {
  it.each([[['x']], [['x', 'a']], [['x', 'a', '--yes', '--no']], [['x', 'a', 'b', '--yes']]])(
    'refuses %j: one node, one answer',
    async (words) => {
      expect(await agentnet(newHome(), 'approve', ...words)).toMatchObject({
        code: 2,
        err: expect.stringContaining('one of --yes and --no'),
      });
    },
  );

  it('hands in a corrected plan, and refuses a broken one before it is recorded', async () => {
    const home = newHome();
    const file = (name: string, text: string) => {
      const path = join(home, name);
      writeFileSync(path, text);
      return path;
    };
    const specification = file(
      'team.yaml',
      'mode: delegation\ntopic: Move the office\nagents: [Athena, Apollo]\nmax_rounds: 1\nmodel: stub/debater\n',
    );
    const asked = await agentnet(home, 'run', specification, '--json');
    expect(asked.code).toBe(6);
    const id = String((asked.lines()[0] as { session_id: string }).session_id);
    const broken = file('broken.yaml', 'nodes: [{ id: a, deps: [a] }]');
    expect(await agentnet(home, 'approve', id, 'work', '--no', '--plan', broken)).toMatchObject({ code: 2 });
    expect(await agentnet(home, 'approve', id, 'work', '--yes', '--plan', broken)).toMatchObject({
      code: 2,
      err: expect.stringContaining('waits for itself'),
    });
    const sound = file('sound.yaml', 'nodes: [{ id: only, prompt: Look., agent: Apollo }]');
    const ran = await agentnet(home, 'approve', id, 'work', '--yes', '--plan', sound, '--json');
    expect(ran.code).toBe(0);
    expect(ran.out).toContain('"work/only"');
  });

  it('knows no session of that id', async () => {
    const ran = await agentnet(newHome(), 'approve', 'ffffffff', 'a', '--yes');
    expect(ran).toMatchObject({ code: 2, err: expect.stringContaining('no session') });
  });
});

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

  it('knows no session of that id', async () => {
    const ran = await agentnet(newHome(), 'approve', 'ffffffff', 'a', '--yes');
    expect(ran).toMatchObject({ code: 2, err: expect.stringContaining('no session') });
  });
});

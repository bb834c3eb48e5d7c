import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runProgram } from '../../../../cli/program.ts';
import { agentnet, newHome, specificationFile, testTerminal } from '../stand-ins.ts';

const slow = 'stub: { latency_ms: 60000, tokens_per_s: 1 }\n';
const fast = 'stub: { latency_ms: 0, tokens_per_s: 0 }\n';

/** Starts sessions and interrupts them in their first call. */
const interrupted = async (count: number) => {
  const home = newHome();
  writeFileSync(join(home, 'config.yaml'), slow);
  for (let n = 0; n < count; n += 1) {
    const terminal = testTerminal();
    const args = ['run', specificationFile(home), '--seed', String(n), '--json', '--home', home];
    const running = runProgram(args, terminal);
    while (!terminal.printed().includes('call-started'))
      await new Promise((resolve) => setTimeout(resolve, 5));
    terminal.interrupt('SIGTERM');
    expect(await running).toBe(6);
  }
  writeFileSync(join(home, 'config.yaml'), fast);
  return home;
};

const digestOf = async (home: string) => {
  const [session] = (await agentnet(home, 'sessions', '--json')).lines();
  return (await agentnet(home, 'sessions', 'show', String(session?.['id']), '--json')).lines()[0]?.['digest'];
};

describe('agentnet resume', { timeout: 30_000 }, () => {
  it('goes on to the same end as if nothing had happened', async () => {
    const home = await interrupted(1);
    const resumed = await agentnet(home, 'resume', '--json');
    expect(resumed.code).toBe(0);
    expect(resumed.lines()[0]).toMatchObject({ type: 'session-resumed', data: { reason: 'signal' } });
    expect(resumed.lines().at(-1)).toMatchObject({ type: 'session-ended' });
    const undisturbed = newHome();
    await agentnet(undisturbed, 'run', specificationFile(undisturbed), '--seed', '0');
    expect(await digestOf(home)).toBe(await digestOf(undisturbed));
  });

  it('goes on with all of them at once', async () => {
    const home = await interrupted(3);
    const resumed = await agentnet(home, 'resume', '--json');
    expect(resumed.code).toBe(0);
    const ends = resumed.lines().filter(({ type }) => type === 'session-ended');
    expect(new Set(ends.map(({ session_id }) => session_id)).size).toBe(3);
    expect(await agentnet(home, 'resume', '--json')).toMatchObject({ code: 0, out: '' });
  });

  it('marks whose words they are when several speak', async () => {
    const home = await interrupted(2);
    const { out } = await agentnet(home, 'resume');
    expect(new Set(out.match(/^\[[0-9a-f]{8}\]/gm))).toHaveProperty('size', 2);
  });

  it('prints the end of an ended session again, with its code', async () => {
    const home = newHome();
    const ran = await agentnet(home, 'run', specificationFile(home, 'budget: { tokens: 10 }\n'), '--json');
    const end = ran.lines().at(-1);
    const again = await agentnet(home, 'resume', String(end?.['session_id']), '--json');
    expect(again.lines()).toEqual([end]);
    expect([ran.code, again.code]).toEqual([4, 4]);
  });

  it('has nothing to do on a quiet folder, and says so', async () => {
    const ran = await agentnet(newHome(), 'resume');
    expect(ran).toMatchObject({ code: 0, out: '', err: expect.stringContaining('nothing to resume') });
  });

  it('refuses what is no session', async () => {
    const id = '00000000-0000-4000-8000-000000000000';
    expect(await agentnet(newHome(), 'resume', id)).toMatchObject({
      code: 2,
      err: expect.stringContaining(id),
    });
    expect(await agentnet(newHome(), 'resume', 'a', 'b')).toMatchObject({ code: 2 });
  });
});

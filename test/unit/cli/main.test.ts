import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { agentnet, newHome, specificationFile } from './stand-ins.ts';

const entry = join(import.meta.dirname, '..', '..', '..', 'cli', 'main.ts');
const children: ChildProcess[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

const launch = (home: string, ...args: string[]) => {
  const child = spawn(process.execPath, [entry, ...args, '--home', home], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  children.push(child);
  let out = '';
  let err = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    out += chunk;
  });
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    err += chunk;
  });
  const printed = async (words: string) => {
    while (!out.includes(words)) await once(child.stdout, 'data');
  };
  const ended = once(child, 'close').then(([code]) => code as number | null);
  return { child, printed, ended, out: () => out, err: () => err };
};

const slowHome = () => {
  const home = newHome();
  writeFileSync(join(home, 'config.yaml'), 'stub: { latency_ms: 20, tokens_per_s: 300 }\n');
  return home;
};
const sessionsOf = async (home: string) => (await agentnet(home, 'sessions', '--json')).lines();

describe('the command line as a process', { timeout: 60_000 }, () => {
  it('prints results on standard output only, and ends with the code', async () => {
    const home = newHome();
    const run = launch(home, 'run', specificationFile(home), '--json');
    expect(await run.ended).toBe(0);
    expect(run.err()).toBe('');
    expect(run.out().trimEnd().split('\n').at(-1)).toContain('"session-ended"');
    const refused = launch(home, 'rum');
    expect(await refused.ended).toBe(2);
    expect(refused.out()).toBe('');
  });

  it('can be interrupted and resumed', async () => {
    const home = slowHome();
    const run = launch(home, 'run', specificationFile(home), '--json');
    await run.printed('"turn-ended"');
    run.child.kill('SIGINT');
    expect(await run.ended).toBe(6);
    expect(JSON.parse(run.err())).toMatchObject({ error: { code: 'session/interrupted' } });
    expect(await sessionsOf(home)).toMatchObject([{ status: 'interrupted' }]);
    const resume = launch(home, 'resume', '--json');
    expect(await resume.ended).toBe(0);
    expect(await sessionsOf(home)).toMatchObject([{ status: 'ended' }]);
  });

  it('can be killed and resumed, and loses no turn it has printed', async () => {
    const home = slowHome();
    const run = launch(home, 'run', specificationFile(home), '--json');
    await run.printed('"turn-ended"');
    run.child.kill('SIGKILL');
    expect(await run.ended).toBeNull();
    expect(await launch(home, 'resume', '--json').ended).toBe(0);
    const acknowledged = run
      .out()
      .split('\n')
      .slice(0, -1)
      .map((line) => JSON.parse(line) as { type: string; session_id: string; data: { task_id?: string } })
      .filter(({ type }) => type === 'turn-ended');
    const id = String(acknowledged[0]?.session_id);
    const [detail] = (await agentnet(home, 'sessions', 'show', id, '--json')).lines();
    const stored = ((detail?.['turns'] ?? []) as { task_id: string }[]).map(({ task_id }) => task_id);
    expect(stored).toEqual(expect.arrayContaining(acknowledged.map(({ data }) => data.task_id)));
    expect(new Set(stored).size).toBe(stored.length);
  });

  it('stops when nobody reads it any more', async () => {
    const home = slowHome();
    const run = launch(home, 'run', specificationFile(home), '--json');
    await run.printed('"call-started"');
    run.child.stdout?.destroy();
    expect(await run.ended).toBe(6);
    expect(run.err()).toContain('closed output');
    expect(await sessionsOf(home)).toMatchObject([{ status: 'interrupted' }]);
  });

  it('serves as one instance of its folder until it is told to end', async () => {
    const home = newHome();
    const first = launch(home, 'serve', '--json', '--port', '0');
    await first.printed('\n');
    const second = launch(home, 'serve', '--json');
    expect(await second.ended).toBe(0);
    expect(second.out()).toBe(first.out());
    first.child.kill('SIGKILL');
    await first.ended;
    const third = launch(home, 'serve', '--json', '--port', '0');
    await third.printed('\n');
    expect(JSON.parse(third.out())).toMatchObject({ pid: third.child.pid });
    third.child.kill('SIGTERM');
    expect(await third.ended).toBe(0);
  });
});

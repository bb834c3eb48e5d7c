import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

let folder: string;
let script: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'agentnet-instead-'));
  script = join(folder, 'program.mjs');
  const module = new URL('../../../../scripts/setup/run-instead.mjs', import.meta.url).href;
  // The first process hands over to a second of the same script, as an entry point does on an old Node.
  writeFileSync(
    script,
    `import { dieWithParent, runInstead } from '${module}';
     if (process.env.AGENTNET_STAND_IN === undefined) process.exit(await runInstead(process.execPath, '${folder}'));
     dieWithParent();
     console.log(JSON.stringify({ pid: process.pid, args: process.argv.slice(2) }));
     if (process.argv.includes('stay')) setInterval(() => {}, 1000);
     else process.exitCode = 6;`,
  );
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const start = (...args: string[]) =>
  spawn(process.execPath, [script, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
const firstLine = async (child: ReturnType<typeof start>) =>
  JSON.parse(String((await once(child.stdout, 'data'))[0]));
const lives = (pid: number) => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

describe('runInstead', () => {
  it('passes on the arguments, the output and the exit code', async () => {
    const child = start('run', 'a file.yaml');
    const closed = once(child, 'close');
    const line = await firstLine(child);
    expect(line.args).toEqual(['run', 'a file.yaml']);
    expect(line.pid).not.toBe(child.pid);
    expect(await closed).toEqual([6, null]);
  });

  it('takes the second process along when the first is killed outright', async () => {
    const child = start('stay');
    const { pid } = await firstLine(child);
    expect(lives(pid)).toBe(true);
    const closed = once(child, 'close');
    child.kill('SIGKILL');
    // Closed means that nobody holds the other end of the pipe any more: the second process is gone too. Its id
    // may stay for a while, where nobody collects the dead.
    expect(await closed).toEqual([null, 'SIGKILL']);
  });
});

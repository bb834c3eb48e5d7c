import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { runProgram } from '../../../../cli/program.ts';
import { createHttpClient } from '../../../../core/transport/index.ts';
import { agentnet, newHome, testTerminal } from '../stand-ins.ts';

const start = async (home: string, ...args: string[]) => {
  const terminal = testTerminal();
  const ended = runProgram(['serve', '--home', home, ...args], terminal);
  await vi.waitUntil(() => terminal.printed() !== '', { timeout: 20_000 });
  return {
    terminal,
    stop: () => {
      terminal.interrupt('SIGTERM');
      return ended;
    },
  };
};

describe('agentnet serve', { timeout: 30_000 }, () => {
  it('prints an address that works, once, and ends with 0', async () => {
    const home = newHome();
    const { terminal, stop } = await start(home, '--json', '--port', '0', '--because', 'of a test');
    const { url, token, pid } = JSON.parse(terminal.printed()) as { url: string; token: string; pid: number };
    expect(pid).toBe(process.pid);
    const client = createHttpClient({ baseUrl: url, token });
    expect(await client['system.information']({})).toMatchObject({ host: 'web', host_reason: 'of a test' });
    expect(await stop()).toBe(0);
    expect(existsSync(join(home, 'serve.json'))).toBe(false);
  });

  it('prints the address of the first one, the second time', async () => {
    const home = newHome();
    const { terminal, stop } = await start(home, '--json', '--port', '0');
    const second = await agentnet(home, 'serve', '--json');
    expect(second).toMatchObject({ code: 0, out: terminal.printed() });
    const people = await agentnet(home, 'serve');
    expect(people.out).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/#token=[\w-]{43}\n$/);
    expect(await stop()).toBe(0);
  });

  it('leaves the folder free when it cannot start', async () => {
    const home = newHome();
    const { terminal, stop } = await start(newHome(), '--json', '--port', '0');
    const { url } = JSON.parse(terminal.printed()) as { url: string };
    const refused = await agentnet(home, 'serve', '--port', new URL(url).port);
    expect(refused).toMatchObject({ code: 1, out: '', err: expect.stringContaining('is in use by') });
    expect(existsSync(join(home, 'serve.json'))).toBe(false);
    expect(await stop()).toBe(0);
  });

  it('refuses a port that is none', async () => {
    expect(await agentnet(newHome(), 'serve', '--port', '99999')).toMatchObject({ code: 2 });
    expect(await agentnet(newHome(), 'serve', 'now')).toMatchObject({ code: 2 });
  });
});

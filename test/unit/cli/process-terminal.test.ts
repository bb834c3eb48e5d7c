import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { processTerminal } from '../../../cli/process-terminal.ts';

describe('processTerminal', () => {
  it('turns the first signal into an interruption', () => {
    const before = process.listeners('SIGTERM');
    const terminal = processTerminal();
    const [listener] = process.listeners('SIGTERM').filter((one) => !before.includes(one));
    expect(terminal.interrupted.aborted).toBe(false);
    listener?.('SIGTERM');
    expect(terminal.interrupted.reason).toBe('SIGTERM');
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      for (const added of process.listeners(signal).filter((one) => !before.includes(one)))
        process.off(signal, added);
    }
  });

  it('dies of the second one, whatever its threads are doing', async () => {
    const file = join(import.meta.dirname, '..', '..', '..', 'cli', 'process-terminal.ts');
    const script = `
      import { Worker } from 'node:worker_threads';
      import { processTerminal } from ${JSON.stringify(file)};
      const { interrupted } = processTerminal();
      interrupted.addEventListener('abort', () => process.stdout.write('interrupted '));
      new Worker('for (;;);', { eval: true }).on('online', () => process.stdout.write('ready '));`;
    const child = spawn(process.execPath, ['--input-type=module', '--eval', script]);
    let out = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text;
    });
    const printed = async (words: string) => {
      while (!out.includes(words)) await once(child.stdout, 'data');
    };
    await printed('ready');
    child.kill('SIGINT');
    await printed('interrupted');
    child.kill('SIGINT');
    expect(await once(child, 'close')).toEqual([null, 'SIGINT']);
  });
});

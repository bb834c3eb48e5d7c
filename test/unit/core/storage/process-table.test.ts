import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { platform } from 'node:os';
import { describe, expect, it } from 'vitest';
import { parseProcessLine, processMark, readProcess } from '../../../../core/storage/process-table.ts';

const NO_PROCESS = 2 ** 22 + 7;

describe('parseProcessLine', () => {
  const line = (name: string, state: string) =>
    `4242 (${name}) ${state} 1 4242 4242 0 -1 4194560 9 0 0 0 1 2 0 0 20 0 11 0 123456 1000 50 ...`;

  it('reads the start time behind any name', () => {
    const expected = { kind: 'running', startedAfterBootMs: 1_234_560 };
    expect(parseProcessLine(line('node', 'S'))).toEqual(expected);
    expect(parseProcessLine(line('a) Z (b', 'R'))).toEqual(expected);
  });

  it('knows a zombie, and a line that is none', () => {
    expect(parseProcessLine(line('node', 'Z'))).toEqual({ kind: 'zombie' });
    expect(parseProcessLine(line('node', 'X'))).toEqual({ kind: 'zombie' });
    expect(parseProcessLine('')).toEqual({ kind: 'unreadable' });
    expect(parseProcessLine('1 (x) S 2')).toEqual({ kind: 'unreadable' });
  });
});

describe('readProcess', () => {
  it('finds this process, and not one that is not there', () => {
    expect(readProcess(process.pid).kind).toBe(platform() === 'linux' ? 'running' : 'unreadable');
    expect(readProcess(NO_PROCESS)).toEqual({ kind: 'absent' });
  });

  it('no longer finds one that has ended', async () => {
    const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    const { pid } = child;
    if (pid === undefined) throw new Error('the child did not start');
    expect(readProcess(pid).kind).not.toBe('absent');
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(readProcess(pid).kind).toBe('absent');
  });
});

describe('processMark', () => {
  it('stays the same and differs between processes', () => {
    const mark = processMark(process.pid);
    expect(processMark(process.pid)).toBe(mark);
    if (platform() === 'linux') expect(processMark(1)).not.toBe(mark);
    expect(processMark(NO_PROCESS)).toBeNull();
  });
});

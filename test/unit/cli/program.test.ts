import { describe, expect, it } from 'vitest';
import { runProgram } from '../../../cli/program.ts';
import { testTerminal } from './stand-ins.ts';

const run = async (...args: string[]) => {
  const terminal = testTerminal();
  const code = await runProgram(args, terminal);
  return { code, out: terminal.printed(), err: terminal.said() };
};

describe('runProgram', () => {
  it('shows help and version on standard output', async () => {
    for (const args of [[], ['--help'], ['-h'], ['help']]) {
      expect(await run(...args)).toMatchObject({
        code: 0,
        out: expect.stringContaining('Usage: agentnet'),
        err: '',
      });
    }
    for (const args of [
      ['run', '--help'],
      ['help', 'run'],
      ['run', 'x.yaml', '-h'],
    ]) {
      expect(await run(...args)).toMatchObject({
        code: 0,
        out: expect.stringContaining('agentnet run FILE'),
      });
    }
    expect((await run('--version')).out).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  it('refuses what it does not know, with the nearest name and exit 2', async () => {
    expect(await run('resum')).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringContaining('Did you mean resume?'),
    });
    expect(await run('--verbose')).toMatchObject({
      code: 2,
      err: expect.stringContaining('no option --verbose'),
    });
    expect(await run('constructor')).toMatchObject({ code: 2, err: expect.stringContaining('no command') });
    expect((await run('help', 'planets')).code).toBe(2);
  });

  it('says errors in the language that was asked for', async () => {
    const people = await run('run');
    expect(people).toMatchObject({ code: 2, out: '', err: expect.stringContaining('needs one FILE') });
    const programs = await run('run', '--json');
    expect(programs).toMatchObject({ code: 2, out: '' });
    expect(JSON.parse(programs.err)).toMatchObject({ error: { code: 'input/usage' } });
  });
});

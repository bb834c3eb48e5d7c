import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runProgram } from '../../../../cli/program.ts';
import { agentnet, newHome, specificationFile, testTerminal } from '../stand-ins.ts';

describe('agentnet run', { timeout: 30_000 }, () => {
  it('prints every stored event as a line, the last one the end', async () => {
    const home = newHome();
    const ran = await agentnet(home, 'run', specificationFile(home), '--json');
    expect(ran).toMatchObject({ code: 0, err: '' });
    const events = ran.lines();
    expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1));
    expect(events[0]).toMatchObject({
      type: 'session-created',
      version: 1,
      data: { specification: { seed: 3 } },
    });
    expect(Object.keys(events[0] ?? {})).toEqual([
      'seq',
      'session_id',
      'type',
      'version',
      'at',
      'data',
      'prev',
      'hash',
    ]);
    expect(events.at(-1)).toMatchObject({
      type: 'session-ended',
      data: { outcome: 'completed', exit_code: 0, rounds_executed: 2, session_id: events[0]?.['session_id'] },
    });
    const shown = await agentnet(home, 'sessions', 'show', String(events[0]?.['session_id']), '--json');
    const turns = events.filter(({ type }) => type === 'turn-ended').map(({ data }) => data);
    expect(shown.lines()[0]).toMatchObject({ turns });
  });

  it('prints a transcript for people', async () => {
    const home = newHome();
    const { code, out } = await agentnet(home, 'run', specificationFile(home));
    expect(code).toBe(0);
    expect(out).toContain('two_voices');
    expect(out).toContain('offline stub, not a language model');
    expect(out).toContain('── Round 1 · positions');
    expect(out).toMatch(/^Athena · position\n\*\*Position:\*\*/m);
    expect(out).toContain('Ended: completed');
  });

  it('streams the words where somebody watches', async () => {
    const home = newHome();
    const terminal = testTerminal({ interactive: true });
    expect(await runProgram(['run', specificationFile(home), '--home', home], terminal)).toBe(0);
    expect(terminal.printed().match(/^Athena · /gm)).toHaveLength(2);
    expect(terminal.printed().match(/confidence 0\.\d\d/g)?.length).toBeGreaterThanOrEqual(4);
  });

  it('reads standard input', async () => {
    const home = newHome();
    const text = 'mode: single\ntopic: Why is the sky blue\nagents: [Athena]\nmodel: stub/echo\n';
    const terminal = testTerminal({ readStandardInput: async () => new TextEncoder().encode(text) });
    expect(await runProgram(['run', '-', '--home', home], terminal)).toBe(0);
  });

  it('sets values from the command line, the named ones last', async () => {
    const home = newHome();
    const args = [
      '--set',
      'max_rounds=1',
      '--set',
      'metadata.project=p',
      '--seed',
      '9',
      '--model',
      'stub/echo',
    ];
    const ran = await agentnet(home, 'run', specificationFile(home), '--json', '--set', 'seed=5', ...args);
    expect(ran.lines()[0]).toMatchObject({
      data: { specification: { max_rounds: 1, seed: 9, model: 'stub/echo', metadata: { project: 'p' } } },
    });
  });

  it('starts nothing when something is wrong, and says all of it', async () => {
    const home = newHome();
    const file = join(home, 'bad.yaml');
    writeFileSync(file, 'mode: debat\ntopic: x\nagents: [Atena, Apollo]\nmax_rounds: -1\npolicies: [a]\n');
    const ran = await agentnet(home, 'run', file);
    expect(ran).toMatchObject({ code: 2, out: '' });
    const places = ran.err.split('\n').filter((line) => line.startsWith(file));
    expect(places.map((line) => line.slice(file.length).split(': ')[0])).toEqual([
      ':1:7',
      ':3:10',
      ':4:13',
      ':5:1',
    ]);
    expect(ran.err).toContain('Did you mean debate?');
    expect(ran.err).toContain('Did you mean Athena?');
    const machine = await agentnet(home, 'run', file, '--json');
    expect(machine).toMatchObject({ code: 2, out: '' });
    expect(JSON.parse(machine.err)).toMatchObject({ error: { where: { file, line: 1, column: 7 } } });
    expect((await agentnet(home, 'sessions', '--json')).out).toBe('');
  });

  it.each([
    [['--seed', 'x'], '--seed must be'],
    [['--set', 'max_rounds'], '--set needs path=value'],
    [['--set', 'max_ronds=1'], 'max_ronds'],
    [['--model', 'nobody'], 'model'],
    [['another.yaml'], 'takes one FILE only'],
  ])('refuses %j', async (args, words) => {
    const home = newHome();
    const ran = await agentnet(home, 'run', specificationFile(home), ...args);
    expect(ran).toMatchObject({ code: 2, out: '', err: expect.stringContaining(words) });
  });

  it('gives up in an orderly way when it is interrupted', async () => {
    const home = newHome();
    writeFileSync(join(home, 'config.yaml'), 'stub: { latency_ms: 60000, tokens_per_s: 1 }\n');
    const terminal = testTerminal();
    const running = runProgram(['run', specificationFile(home), '--json', '--home', home], terminal);
    while (!terminal.printed().includes('call-started'))
      await new Promise((resolve) => setTimeout(resolve, 5));
    terminal.interrupt('SIGINT');
    expect(await running).toBe(6);
    expect(terminal.said()).toMatch(/agentnet resume [0-9a-f-]{36}/);
    const [session] = (await agentnet(home, 'sessions', '--json')).lines();
    expect(session).toMatchObject({ status: 'interrupted', outcome: null });
  });
});

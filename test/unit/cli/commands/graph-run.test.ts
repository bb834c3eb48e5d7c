import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runProgram } from '../../../../cli/program.ts';
import { agentnet, newHome, specificationFile, testTerminal } from '../stand-ins.ts';

const CHAIN = '# mine\nname: Chain\nnodes:\n  - {id: a}\n  - {id: b, deps: [a], agent: Athena}\n';
const APPROVAL = `${CHAIN}  - {id: ok, kind: approval, deps: [b], prompt: "Fine?"}\n  - {id: c, deps: [ok]}\n`;

const fileWith = (home: string, text: string, name = 'graph.yaml') => {
  const file = join(home, name);
  writeFileSync(file, text);
  return file;
};
const run = (home: string, text: string, ...more: string[]) =>
  agentnet(home, 'graph', 'run', fileWith(home, text), '--model', 'stub/debater', ...more);

describe('agentnet graph run', { timeout: 120_000 }, () => {
  it('prints every stored event as a line, the last one the end', async () => {
    const ran = await run(newHome(), CHAIN, '--json', '--seed', '7', '--parallel', '2');
    expect(ran).toMatchObject({ code: 0, err: '' });
    const events = ran.lines() as { seq: number; type: string; data: Record<string, unknown> }[];
    expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1));
    const nodes = (type: string) => events.filter((one) => one.type === type).map(({ data }) => data['node']);
    expect(nodes('node-started')).toEqual(['a', 'b']);
    expect(nodes('node-ended')).toEqual(['a', 'b']);
    expect(events.at(-1)).toMatchObject({
      type: 'session-ended',
      data: { outcome: 'completed', exit_code: 0, session_id: expect.any(String) },
    });
    expect(events[0]?.data).toMatchObject({
      specification: { name: 'Chain', seed: 7, workflow: { parallel: { total: 2 } } },
    });
  });

  it('tells people how it goes on standard error, and prints the result only', async () => {
    const ran = await run(newHome(), CHAIN);
    expect(ran.code).toBe(0);
    expect(ran.err).toContain('▸ a  task · Planner');
    expect(ran.err).toContain('✓ b');
    expect(ran.err).toContain('Ended: completed');
    expect(ran.out).not.toContain('▸');
    expect(ran.out.length).toBeGreaterThan(20);
  });

  it('reads JSON and the plainest form of a graph', async () => {
    const home = newHome();
    const file = fileWith(home, '{"nodes":[{"id":"a","deps":[]},{"id":"b","deps":["a"]}]}', 'plain.json');
    expect((await agentnet(home, 'graph', 'run', file, '--model', 'stub/debater')).code).toBe(0);
  });

  it('stops in an orderly way where a person is needed, and goes on when he answers', async () => {
    const home = newHome();
    const ran = await run(home, APPROVAL, '--json');
    expect(ran.code).toBe(6);
    const error = JSON.parse(ran.err).error;
    expect(error).toMatchObject({ code: 'session/interrupted', data: { waiting: ['ok'] } });
    const id = String(ran.lines()[0]?.['session_id']);
    expect(error.remedy).toContain(`agentnet approve ${id} ok --yes`);
    const resumed = await agentnet(home, 'resume', id.slice(0, 8));
    expect(resumed).toMatchObject({ code: 6, err: expect.stringContaining('agentnet approve') });
    const wrong = await agentnet(home, 'approve', id, 'okk', '--yes');
    expect(wrong).toMatchObject({ code: 2, err: expect.stringContaining('ok') });
    const approved = await agentnet(home, 'approve', id, 'ok', '--no', '--note', 'Too long', '--json');
    expect(approved.code).toBe(0);
    const answered = approved.lines().find(({ type }) => type === 'approval-answered');
    expect(answered).toMatchObject({ data: { approved: false, note: 'Too long' } });
    expect((await agentnet(home, 'replay', id)).code).toBe(0);
  });

  it('approves everything with --yes, and asks where somebody sits', async () => {
    const home = newHome();
    expect((await run(home, APPROVAL, '--yes')).code).toBe(0);
    const asked: string[] = [];
    const terminal = testTerminal({
      ask: async (question) => {
        asked.push(question);
        return 'y';
      },
    });
    const args = ['graph', 'run', fileWith(home, APPROVAL), '--model', 'stub/debater', '--home', home];
    expect(await runProgram(args, terminal)).toBe(0);
    expect(asked).toEqual(['ok: approve? [y]es, [n]o, or later: ']);
  });

  it('answers sessions inside of nodes too, or says how to', async () => {
    const home = newHome();
    const text = `nodes:
  - {id: a}
  - id: team
    kind: session
    deps: [a]
    prompt: Plan the move of a library
    session: {mode: delegation, agents: [Athena, Apollo], model: stub/planner, max_rounds: 1}
  - {id: b, deps: [team]}
`;
    expect((await run(home, text, '--yes')).code).toBe(0);
    const halted = await run(home, text, '--json');
    expect(halted.code).toBe(6);
    const { remedy, where } = JSON.parse(halted.err).error;
    const parent = String(halted.lines()[0]?.['session_id']);
    expect(remedy).toContain(`agentnet resume ${parent}`);
    expect((await agentnet(home, 'approve', where.session_id, 'work', '--yes')).code).toBe(0);
    expect((await agentnet(home, 'resume', parent)).code).toBe(0);
  });

  it('is given up in an orderly way and gone on with', async () => {
    const home = newHome();
    writeFileSync(join(home, 'config.yaml'), 'stub: { latency_ms: 300, tokens_per_s: 0 }\n');
    const terminal = testTerminal();
    const args = ['graph', 'run', fileWith(home, CHAIN), '--model', 'stub/debater', '--json', '--home', home];
    const running = runProgram(args, terminal);
    await expect.poll(() => terminal.printed(), { timeout: 20_000 }).toContain('call-started');
    terminal.interrupt('SIGINT');
    expect(await running).toBe(6);
    expect(terminal.printed()).toContain('session-interrupted');
    const resumed = await agentnet(home, 'resume', '--json');
    expect(resumed.code).toBe(0);
    expect(resumed.lines().at(-1)).toMatchObject({ type: 'session-ended', data: { outcome: 'completed' } });
  });

  it('runs from a node on with what an earlier run gave', async () => {
    const home = newHome();
    const first = await run(home, CHAIN, '--json');
    const id = String(first.lines()[0]?.['session_id']);
    const again = await run(home, CHAIN, '--reuse', id.slice(0, 8), '--from', 'b', '--json');
    const ends = again.lines().filter(({ type }) => type === 'node-ended');
    expect(ends.map(({ data }) => (data as { source: string }).source)).toEqual(['cached', 'run']);
    expect(await run(home, CHAIN, '--only', 'b')).toMatchObject({
      code: 2,
      err: expect.stringContaining('needs the output of "a"'),
    });
  });

  it.each<[string, string, RegExp, ...string[]]>([
    ['a cycle', 'nodes: [{id: a, deps: [b]}, {id: b, deps: [a]}]', /a → b → a|b → a → b/],
    ['an agent nobody knows', 'nodes: [{id: a, agent: Athene}]', /"a".*Athene.*Athena/s],
    ['a text that is no graph', 'just words', /./],
    ['a value for no input', CHAIN, /no input "x"/, '--input', 'x=1'],
    ['half a value', CHAIN, /name=value/, '--input', 'x'],
    ['another way to fail', CHAIN, /stop or continue/, '--on-failure', 'shrug'],
    ['an unknown run', CHAIN, /no session/i, '--reuse', 'ffffffff'],
  ])('refuses %s, and starts nothing', async (_name, text, message, ...more) => {
    const home = newHome();
    const ran = await run(home, text, ...more);
    expect(ran.code).toBe(2);
    expect(ran.err).toMatch(message);
    expect((await agentnet(home, 'sessions', 'list', '--json')).out).toBe('');
  });

  it('sends specifications and graphs each the right way', async () => {
    const home = newHome();
    const asGraph = await agentnet(home, 'graph', 'run', specificationFile(home));
    expect(asGraph).toMatchObject({ code: 2, err: expect.stringContaining('agentnet run') });
    const asRun = await agentnet(home, 'run', fileWith(home, CHAIN));
    expect(asRun).toMatchObject({ code: 2, err: expect.stringContaining('agentnet graph run') });
  });
});

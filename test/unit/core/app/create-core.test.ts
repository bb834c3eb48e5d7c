import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createCore } from '../../../../core/app/create-core.ts';
import { debate, openCore } from '../../../support/open-core.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

describe('a core', () => {
  it('runs a session from a specification and answers with what is stored', async () => {
    const { api, whenEnded } = await openCore();
    const created = await api['sessions.create'](debate());
    expect(created).toMatchObject({ mode: 'debate', participants: ['Athena', 'Apollo', 'Hermes'] });
    const ended = await whenEnded(created.id);
    const detail = await api['sessions.get']({ id: created.id });
    expect(detail).toMatchObject({ status: 'ended', outcome: ended.outcome });
    expect(detail.digest).toMatch(/^[0-9a-f]{64}$/);
    expect(await whenEnded(created.id)).toEqual(ended);
  });

  it('gives equal digests for equal seeds and others for others', async () => {
    const { api, whenEnded } = await openCore();
    const digest = async (seed: number) => {
      const { id } = await api['sessions.create'](debate({ seed, strategy: 'parallel' }));
      await whenEnded(id);
      return (await api['sessions.get']({ id })).digest;
    };
    const [a, b, c] = [await digest(1), await digest(1), await digest(2)];
    expect(a).toBe(b);
    expect(a).not.toBe(c);
  });

  it('refuses a wrong specification with all its problems and their places, and starts nothing', async () => {
    const { api, startFromText } = await openCore();
    const text = 'mode: debat\ntopic: x\nagents: [Athna, Apollo]\nmax_rounds: -3\nfoo: 1\n';
    await expect(startFromText(text, { file: 'odd.yaml' })).rejects.toMatchObject({
      exitCode: 2,
      where: { file: 'odd.yaml', line: 1 },
      data: { problems: expect.arrayContaining([expect.objectContaining({ nearest: 'Athena' })]) },
    });
    expect((await api['sessions.list']({})).total).toBe(0);
  });

  it('refuses a money cap for a model whose price nobody knows, and allows it for local ones', async () => {
    const { api } = await openCore();
    const capped = debate({ budget: { usd: 0.5 }, model: 'openai/gpt-4o' });
    await expect(api['sessions.create'](capped)).rejects.toMatchObject({ code: 'input/unknown-price' });
    await expect(api['sessions.create'](debate({ budget: { usd: 0.5 } }))).resolves.toMatchObject({
      stub: true,
    });
  });

  it('ends with exit code 5 when the only model has no key', async () => {
    const { api, whenEnded } = await openCore();
    const { id } = await api['sessions.create'](debate({ model: 'openai/gpt-4o' }));
    expect(await whenEnded(id)).toMatchObject({ outcome: 'no-provider', exit_code: 5, totals: { usd: 0 } });
  });

  it('gives running sessions up when it closes, and another core goes on with them to the same digest', async () => {
    const home = temporaryFolder();
    const first = await openCore({ home });
    const whole = await first.api['sessions.create'](debate());
    await first.whenEnded(whole.id);
    const { digest } = await first.api['sessions.get']({ id: whole.id });
    await first.api['settings.set']({ stub: { latency_ms: 30 } });
    const { id } = await first.api['sessions.create'](debate());
    await first.close('test');
    const second = await openCore({ home });
    expect(await second.api['sessions.summary']({ id })).toMatchObject({ status: 'interrupted' });
    await second.api['sessions.resume']({ id });
    await second.whenEnded(id);
    expect((await second.api['sessions.get']({ id })).digest).toBe(digest);
    expect((await second.api['sessions.replay']({ id })).equal).toBe(true);
  });

  it('keeps sessions of a living process from others', async () => {
    const home = temporaryFolder();
    const [first, second] = [await openCore({ home }), await openCore({ home })];
    await first.api['settings.set']({ stub: { latency_ms: 500 } });
    const { id } = await first.api['sessions.create'](debate());
    await expect(second.api['sessions.resume']({ id })).rejects.toMatchObject({
      code: 'session/owned-elsewhere',
    });
  });

  it('creates agents as versions that never change', async () => {
    const core = await openCore();
    const before = (await core.api['agents.get']({ name: 'Athena' })).agent;
    const { version: _version, fingerprint: _f, origin: _o, created_at: _c, ...definition } = before;
    const same = await core.api['agents.create'](definition);
    expect(same.version).toBe(before.version);
    const changed = await core.api['agents.create']({ ...definition, role: 'You say less.' });
    expect(changed.version).not.toBe(before.version);
    expect((await core.api['agents.get']({ name: `Athena@${before.version}` })).agent.role).toBe(before.role);
    expect((await core.api['agents.get']({ name: 'Athena' })).versions).toHaveLength(2);
    const clash = { ...definition, version: before.version, role: 'Another.' };
    await expect(core.api['agents.create'](clash)).rejects.toMatchObject({ code: 'input/conflict' });
  });

  it('asks one agent one thing', async () => {
    const { api } = await openCore();
    const turn = await api['agents.infer']({
      name: 'Athena',
      prompt: 'What is a lease?',
      model: 'stub/debater',
    });
    expect(turn).toMatchObject({ agent: 'Athena', kind: 'answer', stub: true });
    expect(turn.output.content.length).toBeGreaterThan(20);
  });

  it('deletes a session with all its rows and says that other chains are whole', async () => {
    const { api, whenEnded } = await openCore();
    const { id } = await api['sessions.create'](debate({ topic: 'A unique zymurgical topic' }));
    await whenEnded(id);
    expect((await api['sessions.search']({ query: 'zymurgical' })).items.length).toBeGreaterThan(0);
    const { events, other_chains_intact } = await api['sessions.delete']({ id });
    expect(events).toBeGreaterThan(10);
    expect(other_chains_intact).toBe(true);
    await expect(api['sessions.get']({ id })).rejects.toMatchObject({ code: 'input/unknown-session' });
    expect((await api['sessions.search']({ query: 'zymurgical' })).items).toEqual([]);
  });

  it('keeps comments of the settings file, and refuses a wrong one with its place', async () => {
    const home = temporaryFolder();
    writeFileSync(join(home, 'config.yaml'), '# mine\ntheme: dark # at night\n');
    const core = await openCore({ home });
    await core.api['settings.set']({ theme: 'light' });
    const text = readFileSync(join(home, 'config.yaml'), 'utf8');
    expect(text).toContain('# mine');
    expect(text).toContain('theme: light # at night');
    expect(existsSync(join(home, 'config.yaml.new'))).toBe(false);
    await core.close();
    writeFileSync(join(home, 'config.yaml'), 'theme: blue\n');
    const opened = createCore({ home, host: 'cli', environment: {}, logTo: 'none' });
    await expect(opened).rejects.toMatchObject({ exitCode: 2, where: { line: 1 } });
  });

  it('goes on from before a failed turn as a new session that replays, and leaves the old one as it was', async () => {
    const home = temporaryFolder();
    const faults =
      'stub: { latency_ms: 0, tokens_per_s: 0, faults: [{ kind: error, at: [2], agent: Apollo }] }';
    writeFileSync(join(home, 'config.yaml'), faults);
    const core = await openCore({ home });
    const whole = await core.api['sessions.create'](debate({ name: 'fails' }));
    expect(await core.whenEnded(whole.id)).toMatchObject({ outcome: 'no-provider', exit_code: 5 });
    const failed = await core.api['sessions.get']({ id: whole.id });
    const fork = await core.api['sessions.fork']({ id: whole.id });
    expect(await core.whenEnded(fork.id)).toMatchObject({ outcome: 'completed', exit_code: 0 });
    const gone = await core.api['sessions.get']({ id: fork.id });
    const contents = (turns: typeof gone.turns) => turns.map((turn) => turn.output.content);
    expect(contents(gone.turns).slice(0, failed.turns.length)).toEqual(contents(failed.turns));
    expect(await core.api['sessions.replay']({ id: fork.id })).toMatchObject({ equal: true });
    expect((await core.api['sessions.get']({ id: whole.id })).digest).toBe(failed.digest);
    const unfailed = core.api['sessions.fork']({ id: fork.id, seq: 100_000 });
    await expect(unfailed).rejects.toMatchObject({ code: 'input/invalid' });
  });

  it('says what works on this machine', async () => {
    const { api, metrics } = await openCore();
    const { checks } = await api['system.doctor']({});
    expect(checks.map((check) => check.name)).toEqual(
      expect.arrayContaining(['Database', 'Keychain', 'Provider ollama', 'Default model', 'Electron']),
    );
    expect(checks.find((check) => check.name === 'Database')?.state).toBe('ok');
    expect(await api['system.health']({})).toMatchObject({ status: 'ok', running_sessions: 0 });
    expect(metrics()).toContain('process_resident_memory_bytes');
  });
});

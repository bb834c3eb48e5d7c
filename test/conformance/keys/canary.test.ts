import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type FakeProvider, startFakeProvider } from '../../support/fake-provider.ts';
import { placesWithKey } from '../../support/forms-of-key.ts';
import { hasKeychainTools, startKeychainSession, withoutBus } from '../../support/keychain-session.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const program = fileURLToPath(import.meta.resolve('../../../bin/agentnet.mjs'));
const PHRASE = 'canary-phrase-+/=of-the-vault';

type Environment = Readonly<Record<string, string | undefined>>;

/** A key for every provider; each is set in the way that stands behind it. */
const canaries = {
  openai: { model: 'openai/gpt-4o', key: 'sk-canary-openai-+/=0a1b2c3d', way: 'variable' },
  anthropic: { model: 'anthropic/claude-sonnet-4-5', key: 'sk-ant-canary-+/=4e5f6a7b', way: 'variable' },
  huggingface: { model: 'huggingface/a/b', key: 'hf_canary_hub_8c9d0e1f2a3b', way: 'command' },
  azure: { model: 'azure/alpha', key: 'canary4c5d6e7fazure8a9b0c1d', way: 'api' },
  lab: { model: 'lab/alpha', key: 'canary-lab-+/=2e3f4a5b6c7d', way: 'variable' },
  proxy: { model: 'proxy/alpha', key: 'sk-canary-proxy-+/=8e9f0a1b', way: 'command' },
  hub: { model: 'hub/alpha', key: 'hf_canary_entry_2c3d4e5f6a7b', way: 'api' },
} as const;
const all = Object.entries(canaries);
const waysOf = (way: 'variable' | 'command' | 'api') => all.filter(([, canary]) => canary.way === way);

const configuration = (url: string) => `providers:
  lab: { type: openai-compatible, base_url: "${url}/v1", key: "env:LAB_KEY" }
  proxy: { type: anthropic, base_url: "${url}", key: "keychain:proxy" }
  hub: { type: openai-compatible, base_url: "${url}/v1", key: "keychain:hub" }
  huggingface: { type: huggingface, base_url: "${url}/v1", key: "keychain:huggingface" }
  azure: { type: azure, base_url: "${url}", key: "keychain:azure" }
`;

/** All that leaves the program: standard output and error, and answers of the API. */
type Said = Record<string, string>;

const bench = (home: string, environment: Environment, said: Said) => {
  let count = 0;
  const start = (args: readonly string[]): ChildProcess =>
    spawn(process.execPath, [program, ...args, '--home', home], { env: environment, stdio: 'pipe' });
  const collect = async (
    child: ChildProcess,
    name: string,
  ): Promise<{ code: number; out: string; err: string }> => {
    if (!child.stdout || !child.stderr) throw new Error('a pipe is missing');
    const ended = new Promise<number>((resolve) => child.once('exit', (code) => resolve(code ?? -1)));
    const [out, err, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
    count += 1;
    said[`${count} ${name} (output)`] = out;
    said[`${count} ${name} (errors)`] = err;
    return { code, out, err };
  };
  const agentnet = (args: readonly string[], input = '') => {
    const child = start(args);
    child.stdin?.end(input);
    return collect(child, args.join(' '));
  };
  return { start, collect, agentnet };
};

const filesIn = (folder: string): Said =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => statSync(join(folder, name)).isFile())
      // Latin 1 keeps every byte, so a key inside a database or an index is found too.
      .map((name) => [`file ${name}`, readFileSync(join(folder, name), 'latin1')]),
  );

/** Sets keys, runs, fails, crashes and exports; gives all that was said. */
const useKeys = async (home: string, server: FakeProvider, environment: Environment): Promise<Said> => {
  const said: Said = {};
  const { agentnet, start, collect } = bench(home, environment, said);
  writeFileSync(join(home, 'config.yaml'), configuration(server.url));
  const specification = join(home, 'ask.yaml');
  writeFileSync(
    specification,
    'mode: single\ntopic: What is a plain answer?\nagents: [Athena]\nmax_rounds: 1\n',
  );

  for (const [provider, { key }] of waysOf('command')) {
    expect(await agentnet(['keys', 'set', provider], `${key}\n`)).toMatchObject({ code: 0 });
    // Given where it must not be: refused, and not repeated.
    expect(await agentnet(['keys', 'set', provider, key])).toMatchObject({ code: 2 });
    expect(await agentnet(['keys', 'set', key])).toMatchObject({ code: 2 });
    expect(await agentnet(['keys', 'set', 'nobody'], `${key}\n`)).toMatchObject({ code: 2 });
  }

  const host = start(['serve', '--port', '0', '--json']);
  const hostSaid = collect(host, 'serve');
  const lines = await new Promise<string>((resolve) =>
    host.stdout?.once('data', (data) => resolve(String(data))),
  );
  const { url, token } = JSON.parse(lines) as { url: string; token: string };
  const call = async (method: string, path: string, body?: string) => {
    const response = await fetch(`${url}/api/v1${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body !== undefined && { body }),
    });
    const answer = await response.text();
    said[`${method} ${path.slice(0, 12)} ${Object.keys(said).length}`] = answer;
    return { status: response.status, body: answer };
  };
  for (const [provider, { key }] of waysOf('api')) {
    expect(await call('PUT', `/keys/${provider}`, JSON.stringify({ key }))).toMatchObject({ status: 200 });
    // A body that is no JSON, a key of a wrong shape, a key in the place of the provider.
    expect((await call('PUT', `/keys/${provider}`, key)).status).toBeGreaterThanOrEqual(400);
    expect(await call('PUT', `/keys/${provider}`, JSON.stringify({ key: `${key} ${key}` }))).toMatchObject({
      status: 422,
    });
    expect(await call('PUT', `/keys/${provider}`, JSON.stringify({ key: { [key]: key } }))).toMatchObject({
      status: 422,
    });
    const wrong = JSON.stringify({ key });
    expect((await call('PUT', `/keys/${encodeURIComponent(key)}`, wrong)).status).toBe(422);
  }
  for (const mood of ['answers', 'refuses'] as const) {
    server.mood = mood;
    for (const [provider] of all) await call('POST', `/keys/${provider}/test`, '{}');
  }
  await call('GET', '/keys');
  host.kill('SIGTERM');
  await hostSaid;

  const used = new Set<string>();
  for (const mood of ['answers', 'repeats', 'refuses'] as const) {
    server.mood = mood;
    for (const [provider, { model, key }] of all) {
      const before = server.keys.length;
      const { code, out, err } = await agentnet(['run', specification, '--model', model, '--json']);
      expect(code, `${provider} ${mood}: ${err}`).toBe(mood === 'refuses' ? 5 : 0);
      if (mood === 'repeats') expect(out).toContain('Incorrect API key provided: (key)');
      if (server.keys.slice(before).includes(key)) used.add(`${provider} ${mood}`);
    }
  }
  // Without it the search below would prove nothing.
  expect(used.size).toBe(3 * all.length);

  // Every key was refused by now; a test that succeeds makes it one to be used again.
  const hanging = [...waysOf('variable'), ...waysOf('command')].slice(0, 4);
  server.mood = 'answers';
  for (const [provider] of hanging)
    expect(await agentnet(['keys', 'test', provider])).toMatchObject({ code: 0 });
  server.mood = 'hangs';
  for (const [provider, { model }] of hanging) {
    const before = server.keys.length;
    const running = start(['run', specification, '--model', model, '--json']);
    const runSaid = collect(running, `${provider} killed`);
    await expect.poll(() => server.keys.length, { timeout: 20_000 }).toBeGreaterThan(before);
    running.kill('SIGKILL');
    await runSaid;
  }
  server.mood = 'refuses';
  await agentnet(['resume', '--json']);

  const sessions = (await agentnet(['sessions', 'list', '--json'])).out.trim().split('\n');
  expect(sessions.length).toBeGreaterThanOrEqual(3 * all.length);
  for (const line of sessions.slice(0, 6)) {
    const { id } = JSON.parse(line) as { id: string };
    await agentnet(['sessions', 'show', id, '--json']);
    await agentnet(['replay', id, '--json']);
  }
  await agentnet(['keys', 'list', '--json']);
  await agentnet(['doctor', '--json']);
  return said;
};

const variables = (url: string): Environment => ({
  ...withoutBus(),
  OLLAMA_HOST: 'http://127.0.0.1:1',
  OPENAI_API_KEY: canaries.openai.key,
  OPENAI_BASE_URL: `${url}/v1`,
  ANTHROPIC_API_KEY: canaries.anthropic.key,
  ANTHROPIC_BASE_URL: url,
  LAB_KEY: canaries.lab.key,
});

const expectNoCanary = (home: string, said: Said) => {
  const places = { ...said, ...filesIn(home) };
  expect(Object.keys(places)).toEqual(expect.arrayContaining(['file agentnet.db']));
  for (const secret of [PHRASE, ...all.map(([, { key }]) => key)]) {
    expect(placesWithKey(secret, places), secret).toEqual([]);
  }
};

describe('canary keys', { timeout: 240_000 }, () => {
  it('are found where they are, in every form', () => {
    for (const [, { key }] of all) {
      expect(
        placesWithKey(key, { plain: `a ${key}.`, hex: Buffer.from(key).toString('hex'), none: '' }),
      ).toEqual(['plain', 'hex']);
    }
  });

  it('appear nowhere when an encrypted vault keeps them', async () => {
    const server = await startFakeProvider();
    onTestFinished(() => server.close());
    const home = temporaryFolder();
    const environment = {
      ...variables(server.url),
      AGENTNET_KEY_STORE: 'vault',
      AGENTNET_KEY_PASSPHRASE: PHRASE,
    };
    const said = await useKeys(home, server, environment);
    expect(readdirSync(home)).toContain('keys.vault');
    expectNoCanary(home, said);
  });

  it.runIf(hasKeychainTools)('appear nowhere when a real keychain keeps them', async () => {
    const session = await startKeychainSession();
    onTestFinished(() => session.close());
    const server = await startFakeProvider();
    onTestFinished(() => server.close());
    const home = temporaryFolder();
    const environment = { ...variables(server.url), ...session.environment };
    const said = await useKeys(home, server, environment);
    expect(readdirSync(home)).not.toContain('keys.vault');
    expectNoCanary(home, said);
    // The keyring's own files are encrypted too.
    for (const [, { key }] of all) expect(placesWithKey(key, filesIn(session.folder))).toEqual([]);
  });
});

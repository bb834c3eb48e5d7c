import { describe, expect, it, onTestFinished } from 'vitest';
import { runKeys } from '../../../../cli/commands/keys.ts';
import { commands } from '../../../../cli/commands.ts';
import { readArguments } from '../../../../cli/read-arguments.ts';
import { toAgentNetError } from '../../../../core/contract/index.ts';
import { startFakeProvider } from '../../../support/fake-provider.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

const KEY = 'sk-canary-command-0123456789';
const command = commands['keys'];
if (!command) throw new Error('there is no command keys');

/** The command as it runs with this input, or with somebody who types `typed`. */
const keysIn = (home: string, more: Readonly<Record<string, string>> = {}) => {
  const environment = { AGENTNET_KEY_STORE: 'vault', AGENTNET_KEY_PASSPHRASE: 'pass phrase', ...more };
  return async (words: readonly string[], { input = '', typed }: { input?: string; typed?: string } = {}) => {
    const out: string[] = [];
    const said: string[] = [];
    const terminal = {
      out: { write: async (text: string) => void out.push(text), flushed: async () => {} },
      say: (text: string) => void said.push(text),
      readStandardInput: async () => new TextEncoder().encode(input),
      ...(typed !== undefined && { askHidden: async () => typed }),
      environment,
      interactive: false,
      colour: false,
      interrupted: new AbortController().signal,
    };
    try {
      const code = await runKeys(readArguments('keys', command, [...words, '--home', home]), terminal);
      return { code, out: out.join(''), said: said.join('\n') };
    } catch (thrown) {
      const error = toAgentNetError(thrown);
      return { code: error.exitCode, out: out.join(''), said: JSON.stringify(error.toWire()) };
    }
  };
};

describe('agentnet keys', () => {
  it('takes a key from standard input, shows four characters of it, and removes it', async () => {
    const keys = keysIn(temporaryFolder());
    const set = await keys(['set', 'openai'], { input: `${KEY}\n` });
    expect(set).toMatchObject({ code: 0, out: expect.stringContaining('•••• 6789  in the vault as openai') });
    const { out } = await keys(['list', '--json']);
    const lines = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines).toContainEqual(expect.objectContaining({ provider: 'openai', last_four: '6789' }));
    expect((await keys(['remove', 'openai'])).out).toContain('now: no key');
    expect(await keys(['remove', 'openai'])).toMatchObject({ code: 2 });
    expect(set.out + out).not.toContain('canary');
  });

  it('takes a key that is typed, unseen', async () => {
    const keys = keysIn(temporaryFolder());
    expect(await keys(['set', 'anthropic'], { typed: KEY })).toMatchObject({ code: 0 });
    expect((await keys(['list'])).out).toMatch(/anthropic +•••• 6789/);
  });

  it.each([
    ['set', 'openai', KEY],
    ['set', KEY],
    ['set', 'x'.repeat(60)],
    ['test', KEY],
    ['list', KEY],
    [KEY],
  ])('refuses a key among its arguments without repeating it: %s', async (...words) => {
    const { code, out, said } = await keysIn(temporaryFolder())(words);
    expect(code).toBe(2);
    expect(out + said).not.toContain('canary');
    expect(out + said).not.toContain('xxxx');
  });

  it('asks for the pass phrase of a locked vault where somebody can type it', async () => {
    const home = temporaryFolder();
    await keysIn(home)(['set', 'openai'], { input: KEY });
    const locked = keysIn(home, { AGENTNET_KEY_PASSPHRASE: '' });
    expect(await locked(['list'])).toMatchObject({
      said: expect.stringContaining('locked'),
      out: expect.stringMatching(/openai +not known while the vault is locked/),
    });
    expect((await locked(['list'], { typed: 'pass phrase' })).out).toContain('•••• 6789');
  });

  it('tests a connection: 0 with its models, 5 with what is wrong', async () => {
    const server = await startFakeProvider();
    onTestFinished(() => server.close());
    const keys = keysIn(temporaryFolder(), { OPENAI_BASE_URL: `${server.url}/v1`, OPENAI_API_KEY: KEY });
    expect(await keys(['test', 'openai'])).toMatchObject({ code: 0, out: expect.stringContaining('alpha') });
    server.mood = 'refuses';
    const refused = await keys(['test', 'openai', '--json']);
    expect(refused.code).toBe(5);
    expect(JSON.parse(refused.out)).toMatchObject({ ok: false, models: [] });
    expect(refused.out).not.toContain('canary');
  });
});

import type { Core } from '../../core/app/index.ts';
import { AgentNetError, type ConnectionTest, type KeyView } from '../../core/contract/index.ts';
import type { Invocation, RunCommand } from '../command.ts';
import { plainText } from '../plain-text.ts';
import type { Terminal } from '../terminal.ts';
import { withCore } from '../with-core.ts';

/** No provider could answer (design section 5). */
const NO_ANSWER = 5;

/** `agentnet keys [list | set PROVIDER | test PROVIDER | remove PROVIDER]` */
export const runKeys: RunCommand = async (invocation, terminal) => {
  const [action = 'list', ...words] = invocation.words;
  switch (action) {
    case 'list':
      // What is given too much is never repeated: it may be a key.
      if (words.length > 0) throw usage('`agentnet keys list` takes nothing behind it.');
      return withCore(invocation, terminal, (core) => list(core, invocation, terminal));
    case 'set': {
      const provider = providerOf(action, words);
      const key = await readKey(provider, terminal);
      return withCore(invocation, terminal, (core) => set(core, invocation, terminal, provider, key));
    }
    case 'test': {
      const provider = providerOf(action, words);
      return withCore(invocation, terminal, (core) => test(core, invocation, terminal, provider));
    }
    case 'remove': {
      const provider = providerOf(action, words);
      return withCore(invocation, terminal, (core) => remove(core, invocation, terminal, provider));
    }
    default:
      throw usage('`agentnet keys` can list, set, test and remove.');
  }
};

const usage = (message: string, kept?: string): AgentNetError =>
  new AgentNetError('input/usage', message, {
    ...(kept !== undefined && { kept }),
    remedy: '`agentnet keys --help` shows what it takes.',
  });

/** Longer than any name of a provider, or begun like a key. */
const looksLikeKey = (word: string): boolean =>
  word.length > 40 || /^(sk|hf|pk|key|api)[-_]/i.test(word) || /[^A-Za-z0-9_.-]/.test(word);

const providerOf = (action: string, [provider, ...more]: readonly string[]): string => {
  if (provider === undefined) throw usage(`\`agentnet keys ${action}\` needs one PROVIDER, like openai.`);
  if (more.length > 0 || looksLikeKey(provider)) {
    throw usage(
      `\`agentnet keys ${action}\` takes the name of one provider and never a key.`,
      'Nothing was stored. If a key was given, other users and the history of the shell may have seen it: it is better to make a new one.',
    );
  }
  return provider;
};

const readKey = async (provider: string, terminal: Terminal): Promise<string> => {
  if (!terminal.askHidden) return new TextDecoder().decode(await terminal.readStandardInput());
  const key = await terminal.askHidden(`Key for ${plainText(provider)} (not shown): `);
  if (key === undefined)
    throw new AgentNetError('session/interrupted', 'No key was given; nothing was changed.');
  return key;
};

const list = async (core: Core, invocation: Invocation, terminal: Terminal): Promise<number> => {
  const first = await core.api['keys.list']({});
  const { store, items } = first.store.kind === 'locked' ? await unlocked(core, terminal) : first;
  const width = Math.max(...items.map(({ provider }) => provider.length));
  for (const item of items) {
    const row = `${item.provider.padEnd(width)}  ${isHidden(item, store) ? 'not known while the vault is locked' : sourceText(item)}`;
    await terminal.out.write(`${invocation.flag('json') ? JSON.stringify(item) : plainText(row)}\n`);
  }
  if (!invocation.flag('json')) terminal.say(plainText(store.detail));
  return 0;
};

/** Where somebody types, he is asked for the pass phrase once; without it the list says what it cannot know. */
const unlocked = async (core: Core, terminal: Terminal) => {
  const passphrase = await terminal.askHidden?.('Pass phrase of the vault of keys: ');
  if (passphrase) await core.api['keys.unlock']({ passphrase });
  return core.api['keys.list']({});
};

/** A key may well be stored for it, and nobody can tell. */
const isHidden = ({ source, storable }: KeyView, { kind }: { readonly kind: string }): boolean =>
  source === 'none' && storable && kind === 'locked';

const sourceText = (item: KeyView): string =>
  item.refused === null
    ? keyText(item)
    : `${keyText(item)}, refused and not used: set another one, or \`agentnet keys test ${item.provider}\``;

const keyText = ({ source, name, last_four, key_optional, stored }: KeyView): string => {
  const dots = last_four === null ? '••••' : `•••• ${last_four}`;
  switch (source) {
    case 'environment':
      return `${dots}  from ${name}${stored ? ', which wins over the stored key' : ''}`;
    case 'keychain':
    case 'vault':
      return `${dots}  in the ${source} as ${name}`;
    case 'none':
      return key_optional ? 'works without a key' : 'no key';
  }
};

const set = async (
  core: Core,
  invocation: Invocation,
  terminal: Terminal,
  provider: string,
  key: string,
): Promise<number> => {
  const view = await core.api['keys.set']({ provider, key });
  await terminal.out.write(
    invocation.flag('json')
      ? `${JSON.stringify(view)}\n`
      : plainText(`Stored the key of ${provider}: ${sourceText(view)}.\n`),
  );
  return 0;
};

const test = async (
  core: Core,
  invocation: Invocation,
  terminal: Terminal,
  provider: string,
): Promise<number> => {
  const result = await core.api['keys.test']({ provider });
  await terminal.out.write(
    invocation.flag('json') ? `${JSON.stringify(result)}\n` : plainText(testText(result)),
  );
  return result.ok ? 0 : NO_ANSWER;
};

const testText = ({ provider, ok, latency_ms, models, problem }: ConnectionTest): string => {
  const time = latency_ms === null ? '' : ` in ${latency_ms} ms`;
  if (!ok) return `${provider} does not work. ${problem ?? ''}\n`;
  const found = models.length === 0 ? 'it lists no models' : `${models.length} models`;
  return [`${provider} answered${time}; ${found}.`, ...models.map((model) => `  ${model}`), ''].join('\n');
};

const remove = async (
  core: Core,
  invocation: Invocation,
  terminal: Terminal,
  provider: string,
): Promise<number> => {
  const view = await core.api['keys.remove']({ provider });
  await terminal.out.write(
    invocation.flag('json')
      ? `${JSON.stringify(view)}\n`
      : plainText(`Removed the stored key of ${provider}; now: ${sourceText(view)}.\n`),
  );
  return 0;
};

import { AgentNetError } from '../contract/index.ts';
import type { Clock } from '../effects/index.ts';
import { checkKey } from './check-key.ts';
import type { KeychainState, KeyStore, StoreKind } from './key-store.ts';
import { keychain, probeKeychain } from './keychain.ts';
import { parseKeyReference } from './parse-key-reference.ts';
import { openVault } from './vault/open-vault.ts';

/** What somebody is asked for: the pass phrase of a vault, or one for a vault that is made now. */
export interface PassphraseQuestion {
  readonly kind: 'open' | 'new';
  /** Why the last answer did not do; null at the first time. */
  readonly problem: string | null;
}

export interface KeyRingOptions {
  /** The data folder, where the vault lies. */
  readonly folder: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly clock: Clock;
  /** Asks a person; undefined when he does not want to. Absent: nobody can be asked. */
  readonly askPassphrase?: (question: PassphraseQuestion) => Promise<string | undefined>;
}

/** Where new keys go, and why; `locked` and `none` need a pass phrase first. */
export interface KeyRingState {
  readonly kind: StoreKind | 'locked' | 'none';
  readonly detail: string;
}

/** All keys of this machine and data folder: environment, keychain and vault. */
export interface KeyRing {
  /**
   * The key that `env:NAME` or `keychain:NAME` stands for, without blanks; undefined when there is none by that
   * name. Throws `input/invalid` for any other reference, and `provider/no-key` when no store can be read; its
   * `data.key_store` is `locked` where there is a vault that does not open.
   */
  readonly keyOf: (reference: string) => Promise<string | undefined>;
  /** A stored key and where it lies; undefined for none, also where the vault is locked. Asks nobody. */
  readonly find: (name: string) => Promise<{ readonly key: string; readonly store: StoreKind } | undefined>;
  readonly state: () => Promise<KeyRingState>;
  /** Opens the vault, or makes one. Throws `input/invalid` for a wrong pass phrase, `storage/*`. */
  readonly unlock: (passphrase: string) => Promise<void>;
  /** Throws `input/invalid` for what cannot be a key, `input/conflict` where there is no store yet. */
  readonly set: (
    name: string,
    key: string,
  ) => Promise<{ readonly store: StoreKind; readonly replaced: boolean }>;
  /** Takes the key out of every store that holds it; undefined where there was none. */
  readonly remove: (name: string) => Promise<StoreKind | undefined>;
}

const TRIES = 3;
const withoutBlanks = (text: string | undefined): string | undefined => text?.trim() || undefined;

export const openKeyRing = ({ folder, environment, clock, askPassphrase }: KeyRingOptions): KeyRing => {
  const vault = openVault(folder, clock);
  let probe: Promise<KeychainState> | undefined;
  let opening: Promise<AgentNetError | undefined> | undefined;
  let declined = false;

  const keychainState = (): Promise<KeychainState> => {
    probe ??=
      environment['AGENTNET_KEY_STORE'] === 'vault'
        ? Promise.resolve({ kind: 'missing', reason: 'AGENTNET_KEY_STORE asks for the vault' })
        : probeKeychain(clock);
    return probe;
  };
  const attempt = async (passphrase: string): Promise<AgentNetError | undefined> => {
    try {
      await vault.unlock(passphrase);
      return undefined;
    } catch (thrown) {
      if (thrown instanceof AgentNetError) return thrown;
      throw thrown;
    }
  };
  const ask = async (kind: PassphraseQuestion['kind']): Promise<AgentNetError | undefined> => {
    let problem: AgentNetError | undefined;
    for (let count = 0; askPassphrase && !declined && count < TRIES; count += 1) {
      const answer = await askPassphrase({ kind, problem: problem?.message ?? null });
      if (answer === undefined) break;
      problem = await attempt(answer);
      if (problem?.code !== 'input/invalid') return problem;
    }
    declined = true;
    return problem ?? lockedVault(kind);
  };
  /** Without asking anybody. */
  const openByVariable = async (kind: PassphraseQuestion['kind']): Promise<AgentNetError | undefined> => {
    if (vault.unlocked()) return undefined;
    const given = environment['AGENTNET_KEY_PASSPHRASE'];
    return given ? attempt(given) : lockedVault(kind);
  };
  const openOnce = async (kind: PassphraseQuestion['kind']): Promise<AgentNetError | undefined> =>
    vault.unlocked() || environment['AGENTNET_KEY_PASSPHRASE'] ? openByVariable(kind) : ask(kind);
  /** What keeps the vault shut; undefined once it is open. Parallel calls ask a person once. */
  const openVaultFor = async (kind: PassphraseQuestion['kind']): Promise<AgentNetError | undefined> => {
    opening ??= openOnce(kind).finally(() => {
      opening = undefined;
    });
    return opening;
  };
  /** Stores that can be read now, best first; `shut` says why the vault is not among them. */
  const readable = async (
    open: typeof openVaultFor,
  ): Promise<{ stores: readonly KeyStore[]; shut?: AgentNetError }> => {
    const first = (await keychainState()).kind === 'available' ? [keychain] : [];
    if (!vault.exists()) return { stores: first };
    // With a keychain nobody is asked for the pass phrase of a vault left from elsewhere.
    if (first.length > 0 && !vault.unlocked() && !environment['AGENTNET_KEY_PASSPHRASE'])
      return { stores: first };
    const shut = await open('open');
    return shut ? { stores: first, shut } : { stores: [...first, vault] };
  };
  const findIn = async (stores: readonly KeyStore[], name: string) => {
    for (const store of stores) {
      const key = withoutBlanks(await store.read(name));
      if (key !== undefined) return { key, store: store.kind };
    }
    return undefined;
  };

  return {
    keyOf: async (reference) => {
      const { kind, name } = parseKeyReference(reference);
      if (kind === 'environment') return withoutBlanks(environment[name]);
      const { stores, shut } = await readable(openVaultFor);
      const found = await findIn(stores, name);
      if (found) return found.key;
      if (shut) throw asNoKey(shut);
      if (stores.length > 0) return undefined;
      throw noStore(name, await keychainState());
    },
    find: async (name) => findIn((await readable(openByVariable)).stores, name),
    state: async () => {
      const system = await keychainState();
      if (system.kind === 'available') return { kind: 'keychain', detail: `${system.name} keeps keys.` };
      if (!vault.exists() && !environment['AGENTNET_KEY_PASSPHRASE']) {
        return { kind: 'none', detail: `No keychain can be used here: ${system.reason}.` };
      }
      const shut = vault.exists() ? await openByVariable('open') : undefined;
      if (shut) return { kind: 'locked', detail: shut.message };
      return { kind: 'vault', detail: `An encrypted file keeps keys: ${vault.path}` };
    },
    unlock: (passphrase) => vault.unlock(passphrase),
    set: async (name, given) => {
      const key = checkKey(given);
      if ((await keychainState()).kind === 'available') {
        return { store: 'keychain', replaced: await keychain.set(name, key) };
      }
      const shut = await openVaultFor(vault.exists() ? 'open' : 'new');
      if (shut) throw shut;
      return { store: 'vault', replaced: await vault.set(name, key) };
    },
    remove: async (name) => {
      const { stores, shut } = await readable(openVaultFor);
      let from: StoreKind | undefined;
      for (const store of stores) if (await store.remove(name)) from ??= store.kind;
      if (from === undefined && shut) throw shut;
      return from;
    },
  };
};

const lockedVault = (kind: PassphraseQuestion['kind']): AgentNetError =>
  new AgentNetError(
    'input/conflict',
    kind === 'open' ? 'The vault of keys is locked.' : 'There is no keychain here and no vault yet.',
    {
      kept: 'No key was read or changed.',
      remedy: `Give ${kind === 'open' ? 'its pass phrase' : 'a pass phrase for a new vault'} in Settings > Providers or in AGENTNET_KEY_PASSPHRASE.`,
    },
  );

/** For the way of a call to a model, which knows the errors of providers. */
const asNoKey = ({ message, kept, remedy, cause }: AgentNetError): AgentNetError =>
  new AgentNetError('provider/no-key', message, {
    ...(kept !== undefined && { kept }),
    ...(remedy !== undefined && { remedy }),
    data: { key_store: 'locked' },
    cause,
  });

const noStore = (name: string, state: KeychainState): AgentNetError => {
  const variable = `${name.toUpperCase().replace(/[^A-Z0-9]+/g, '_')}_KEY`;
  const reason = state.kind === 'missing' ? ` (${state.reason})` : '';
  return new AgentNetError(
    'provider/no-key',
    `The key "${name}" cannot be read: this machine has no keychain that AgentNet can use${reason}, and the data folder has no vault.`,
    {
      remedy: `Set it in Settings > Providers or with \`agentnet keys set\`, or name an environment variable in config.yaml: \`key: env:${variable}\`.`,
    },
  );
};

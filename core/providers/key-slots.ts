import { builtInProviders } from './locate-model.ts';
import type { ProviderDefinition } from './provider-definition.ts';
import type { ProviderEntry, ProviderSettings } from './provider-settings.ts';
import { registry } from './registry.ts';

/** Where the key of one provider comes from: the variable first, then what is stored. */
export interface KeySlot {
  readonly provider: string;
  readonly type: ProviderEntry['type'];
  /** Null where nobody has said it. Without the user name and password that an address may hold. */
  readonly baseUrl: string | null;
  readonly keyOptional: boolean;
  /** Null where no variable is read for it. */
  readonly variable: string | null;
  /** Name of the entry in the keychain or vault; null where no stored key is read for it. */
  readonly storedAs: string | null;
}

type SlotSettings = Pick<ProviderSettings, 'entries' | 'environment'>;

/** The built-in providers and the entries of config.yaml; an entry takes the place of its namesake. */
export const keySlots = (settings: SlotSettings): readonly KeySlot[] =>
  Object.entries<ProviderEntry>({ ...builtInProviders, ...settings.entries }).flatMap(([provider, entry]) => {
    const definition: ProviderDefinition | undefined = registry[entry.type];
    return definition === undefined ? [] : [slotOf(provider, entry, definition, settings)];
  });

/**
 * An entry's own `key:` is the only one it gets. Without it, a type that needs a key takes its usual variable and
 * then what is stored under the provider's name; the variable is never sent to an address that an entry names.
 */
export const keySources = (
  provider: string,
  entry: ProviderEntry,
  definition: Pick<ProviderDefinition, 'keyVariable' | 'keyRequired'>,
): Pick<KeySlot, 'variable' | 'storedAs'> => {
  if (entry.key !== undefined) {
    const name = entry.key.slice(entry.key.indexOf(':') + 1);
    return entry.key.startsWith('env:')
      ? { variable: name, storedAs: null }
      : { variable: null, storedAs: name };
  }
  if (!definition.keyRequired) return { variable: null, storedAs: null };
  return { variable: entry.base_url === undefined ? definition.keyVariable : null, storedAs: provider };
};

const slotOf = (
  provider: string,
  entry: ProviderEntry,
  definition: ProviderDefinition,
  { environment }: SlotSettings,
): KeySlot => {
  const { addressVariable, standardAddress, keyRequired } = definition;
  const fromEnvironment = addressVariable ? environment[addressVariable]?.trim() : undefined;
  return {
    provider,
    type: entry.type,
    baseUrl: shownAddress(entry.base_url ?? (fromEnvironment || standardAddress)),
    keyOptional: !keyRequired && entry.key === undefined,
    ...keySources(provider, entry, definition),
  };
};

const shownAddress = (address: string | null): string | null =>
  address?.replace(/^(\w+:\/\/)[^/@]*@/, '$1') ?? null;

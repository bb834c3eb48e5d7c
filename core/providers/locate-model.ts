import type { ProviderEntry, ProviderSettings } from './provider-settings.ts';

/** A model name taken apart and its provider looked up. */
export type ModelLocation =
  | { readonly kind: 'stub'; readonly name: string }
  | {
      readonly kind: 'entry';
      readonly name: string;
      /** The part before the first slash: a built-in provider or a named entry. */
      readonly provider: string;
      /** The rest; it may hold slashes itself. */
      readonly model: string;
      readonly entry: ProviderEntry;
      /** True where it comes from config.yaml, so that its own key and address count. */
      readonly named: boolean;
    }
  | { readonly kind: 'unknown'; readonly provider: string; readonly model: string };

/** Providers that are there without an entry in config.yaml. */
export const builtInProviders = {
  openai: { type: 'openai' },
  anthropic: { type: 'anthropic' },
  ollama: { type: 'ollama' },
  azure: { type: 'azure' },
  huggingface: { type: 'huggingface' },
} as const satisfies Readonly<Record<string, ProviderEntry>>;

const builtIn: Readonly<Record<string, ProviderEntry>> = builtInProviders;

const ownEntry = (entries: Readonly<Record<string, ProviderEntry>>, provider: string) =>
  Object.hasOwn(entries, provider) ? entries[provider] : undefined;

/** An entry of config.yaml comes before a built-in provider of the same name. */
export const locateModel = (name: string, settings: Pick<ProviderSettings, 'entries'>): ModelLocation => {
  const slash = name.indexOf('/');
  const provider = slash < 0 ? '' : name.slice(0, slash);
  const model = name.slice(slash + 1);
  if (provider === 'stub') return { kind: 'stub', name };
  const named = ownEntry(settings.entries, provider);
  const entry = named ?? ownEntry(builtIn, provider);
  if (!entry || model.trim() === '') return { kind: 'unknown', provider, model };
  return { kind: 'entry', name, provider, model, entry, named: named !== undefined };
};

import { anthropic } from './anthropic/definition.ts';
import { ollama } from './ollama/definition.ts';
import { openAi, openAiCompatible } from './openai/definition.ts';
import type { ProviderDefinition } from './provider-definition.ts';
import type { notBuiltProviders, ProviderType } from './provider-settings.ts';

type BuiltProvider = Exclude<ProviderType, (typeof notBuiltProviders)[number]>;

/** One line a provider; none of them loads its SDK before a model is opened. */
export const registry = {
  openai: openAi,
  'openai-compatible': openAiCompatible,
  anthropic,
  ollama,
} as const satisfies Readonly<Record<BuiltProvider, ProviderDefinition>>;

/** Undefined for a type that is not built yet. */
export const definitionOf = (type: ProviderType): ProviderDefinition | undefined =>
  Object.hasOwn(registry, type) ? registry[type as BuiltProvider] : undefined;

import { anthropic } from './anthropic/definition.ts';
import { azure } from './azure/definition.ts';
import { huggingFace } from './huggingface/definition.ts';
import { ollama } from './ollama/definition.ts';
import { openAi, openAiCompatible } from './openai/definition.ts';
import type { ProviderDefinition } from './provider-definition.ts';
import type { ProviderType } from './provider-settings.ts';

/** One line a provider; none of them loads its SDK before a model is opened. */
export const registry: Readonly<Record<ProviderType, ProviderDefinition>> = {
  openai: openAi,
  'openai-compatible': openAiCompatible,
  azure,
  anthropic,
  huggingface: huggingFace,
  ollama,
};

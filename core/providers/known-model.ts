import { AgentNetError } from '../contract/index.ts';
import { checkModelName } from './check-model-name.ts';
import { locateModel, type ModelLocation } from './locate-model.ts';
import { providerAddress } from './provider-address.ts';
import type { ModelFacts, ProviderDefinition } from './provider-definition.ts';
import type { ProviderSettings } from './provider-settings.ts';
import { registry } from './registry.ts';

/** A model name that can be opened, with all that is known of it before a call. */
export type KnownModel =
  | { readonly kind: 'stub'; readonly name: string }
  | {
      readonly kind: 'provider';
      readonly location: Extract<ModelLocation, { kind: 'entry' }>;
      readonly definition: ProviderDefinition;
      readonly facts: ModelFacts;
    };

/** Throws `input/unknown-model` or `input/invalid`. */
export const knownModel = (
  name: string,
  settings: Pick<ProviderSettings, 'entries' | 'environment'>,
): KnownModel => {
  const problem = checkModelName(name, settings);
  const location = locateModel(name, settings);
  if (problem || location.kind === 'unknown') {
    const nearest = problem?.nearest;
    throw new AgentNetError('input/unknown-model', problem?.message ?? `There is no model "${name}".`, {
      remedy: nearest === undefined ? 'Use a model of another provider.' : `Did you mean ${nearest}?`,
      data: { model: name, ...(nearest !== undefined && { nearest }) },
    });
  }
  if (location.kind === 'stub') return location;
  const definition = registry[location.entry.type];
  return {
    kind: 'provider',
    location,
    definition,
    facts: {
      model: location.model,
      baseUrl: providerAddress(location, definition, settings),
      api: location.entry.api ?? 'chat',
      keyed: location.entry.key !== undefined,
      structuredOutput: location.entry.structured_output,
    },
  };
};

import { AgentNetError } from '../contract/index.ts';
import { checkModelName } from './check-model-name.ts';
import { locateModel, type ModelLocation } from './locate-model.ts';
import type { ModelFacts, ProviderDefinition } from './provider-definition.ts';
import type { ProviderSettings } from './provider-settings.ts';
import { definitionOf } from './registry.ts';

/** A model name that can be opened, with all that is known of it before a call. */
export type KnownModel =
  | { readonly kind: 'stub'; readonly name: string }
  | {
      readonly kind: 'provider';
      readonly location: Extract<ModelLocation, { kind: 'entry' }>;
      readonly definition: ProviderDefinition;
      readonly facts: ModelFacts;
    };

/** The address of an entry, else of its variable, else the standard one. Throws `input/invalid`. */
const addressOf = (
  { entry, provider }: Extract<ModelLocation, { kind: 'entry' }>,
  definition: ProviderDefinition,
  settings: Pick<ProviderSettings, 'environment'>,
): string => {
  const variable = definition.addressVariable;
  const fromEnvironment = variable ? settings.environment[variable]?.trim() : undefined;
  const address = entry.base_url ?? (fromEnvironment || definition.standardAddress);
  if (!address) {
    throw new AgentNetError('input/invalid', `The provider "${provider}" has no address.`, {
      where: { path: `providers.${provider}.base_url` },
      remedy: 'Give its entry in config.yaml a base_url, like http://127.0.0.1:8000/v1.',
    });
  }
  return definition.readAddress(address);
};

/** Throws `input/unknown-model`, `input/not-built` or `input/invalid`. */
export const knownModel = (
  name: string,
  settings: Pick<ProviderSettings, 'entries' | 'environment'>,
): KnownModel => {
  const problem = checkModelName(name, settings);
  const location = locateModel(name, settings);
  if (problem || location.kind === 'unknown') {
    const nearest = problem?.nearest;
    throw new AgentNetError(
      problem?.code === 'input/not-built' ? 'input/not-built' : 'input/unknown-model',
      problem?.message ?? `There is no model "${name}".`,
      {
        remedy: nearest === undefined ? 'Use a model of another provider.' : `Did you mean ${nearest}?`,
        data: { model: name, ...(nearest !== undefined && { nearest }) },
      },
    );
  }
  if (location.kind === 'stub') return location;
  const definition = definitionOf(location.entry.type);
  if (!definition) throw new AgentNetError('input/not-built', `"${name}" cannot be used yet.`);
  return {
    kind: 'provider',
    location,
    definition,
    facts: {
      model: location.model,
      baseUrl: addressOf(location, definition, settings),
      api: location.entry.api ?? 'chat',
      keyed: location.entry.key !== undefined,
    },
  };
};

import { type InputProblem, nearestName } from '../contract/index.ts';
import { builtInProviders, locateModel } from './locate-model.ts';
import type { ProviderSettings } from './provider-settings.ts';
import { isStubModelName, stubModelNames } from './stub/index.ts';

/** Whose a model without a provider in front of it probably is. */
const families: readonly (readonly [RegExp, string])[] = [
  [/^(gpt-|o\d|chatgpt-)/i, 'openai'],
  [/^claude-/i, 'anthropic'],
  [/^(llama|qwen|gemma|mistral|phi|deepseek)/i, 'ollama'],
];

const listed = (names: readonly string[]) => names.join(', ');

const unknownProvider = (
  provider: string,
  model: string,
  settings: Pick<ProviderSettings, 'entries'>,
): InputProblem => {
  const providers = ['stub', ...Object.keys(settings.entries), ...Object.keys(builtInProviders)];
  const family = families.find(([pattern]) => pattern.test(model))?.[1];
  if (provider === '') {
    const nearest = family ? `${family}/${model}` : nearestName(`stub/${model}`, stubModelNames);
    return {
      code: 'input/unknown-model',
      message: `"${model}" names no provider; a model name is provider/model, with one of ${listed(providers)}.`,
      where: {},
      ...(nearest !== undefined && { nearest }),
    };
  }
  const near = nearestName(provider, providers);
  return {
    code: 'input/unknown-model',
    message:
      model.trim() === ''
        ? `"${provider}/" names no model.`
        : `There is no provider "${provider}"; there are ${listed(providers)}.`,
    where: {},
    ...(near !== undefined && model.trim() !== '' && { nearest: `${near}/${model}` }),
  };
};

/**
 * Whether a model of this name can be opened, without loading an SDK and without the network; null means
 * yes. Whether there is a key, and whether the server knows the model, shows only in a call.
 */
export const checkModelName = (
  name: string,
  settings: Pick<ProviderSettings, 'entries'>,
): InputProblem | null => {
  const location = locateModel(name, settings);
  switch (location.kind) {
    case 'stub': {
      if (isStubModelName(name)) return null;
      const nearest = nearestName(name, stubModelNames);
      return {
        code: 'input/unknown-model',
        message: `There is no offline stub "${name}"; there are ${listed(stubModelNames)}.`,
        where: {},
        ...(nearest !== undefined && { nearest }),
      };
    }
    case 'unknown':
      return unknownProvider(location.provider, location.model, settings);
    case 'entry':
      return null;
  }
};

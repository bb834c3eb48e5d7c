import type { ModelFacts } from './provider-definition.ts';
import type { SlowBeginning } from './wait-limits.ts';

/**
 * What OpenAI's families of models take, by name. Source: API reference of OpenAI, "Structured outputs" and
 * "Reasoning models", read 2026-11-21. A name that is not known is given the safe answer.
 */

/** Models that answer in JSON of a given schema: from gpt-4o and o1 on. */
export const followsSchemas = (model: string): boolean =>
  /^(gpt-4o|gpt-4\.\d|gpt-[5-9]|o[1-9](?!-(mini|preview)))/.test(model) || /^o[34]-mini/.test(model);

/** Models that think before they write and refuse a temperature: the o series, and gpt-5 but for its chat variant. */
export const refusesTemperature = (model: string): boolean =>
  /^o[1-9]/.test(model) || (/^gpt-[5-9]/.test(model) && !model.includes('chat'));

/** With chat completions such a model sends nothing while it thinks; with responses it says that it works. */
export const thinksUnseen = ({ model, api }: Pick<ModelFacts, 'model' | 'api'>): SlowBeginning | null =>
  api === 'chat' && refusesTemperature(model) ? 'thinks' : null;

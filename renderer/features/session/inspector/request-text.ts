import type { EventData, Usage } from '../../../../core/contract/index.ts';

/** The request as it was recorded, as JSON to paste elsewhere: no key and no address is in it. */
export const requestText = (started: EventData<'call-started'>): string => {
  const { provider, model, messages, tools, max_output_tokens, temperature, seed } = started;
  return JSON.stringify(
    {
      provider,
      model,
      messages,
      ...(tools !== undefined && { tools }),
      max_output_tokens,
      ...(temperature !== null && { temperature }),
      seed,
    },
    null,
    2,
  );
};

const parts = [
  ['input', 'read'],
  ['cached_read', 'from the cache'],
  ['cached_write', 'into the cache'],
  ['output', 'written'],
  ['reasoning', 'of it reasoning'],
] as const satisfies readonly (readonly [keyof Usage, string])[];

/** What was counted, in words: `1,204 read, 900 from the cache, 310 written`; what was not reported is left out. */
export const usageWords = (usage: Usage): string => {
  const known = parts.flatMap(([key, word]) => {
    const count = usage[key];
    return count === undefined ? [] : [`${count.toLocaleString('en-US')} ${word}`];
  });
  return known.length === 0 ? 'nothing reported' : known.join(', ');
};

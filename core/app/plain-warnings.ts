import type { CallWarning, EventData } from '../contract/index.ts';

const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;

/** What held a call back before it went out. */
export const delayWarning = (
  { account, model, reason, limit }: EventData<'call-delayed'>,
  waitedMs: number,
): CallWarning => {
  const what =
    reason === 'cooldown'
      ? `${model} asked for patience`
      : `the limit of ${account}, ${limit} ${reason} a minute`;
  return { code: 'waited', message: `Waited ${seconds(waitedMs)}: ${what}.` };
};

/** Running calls had reserved what it needed. */
export const budgetWarning = (
  { scope, key }: Pick<EventData<'budget-awaited'>, 'scope' | 'key'>,
  waitedMs: number,
): CallWarning => ({
  code: 'waited',
  message: `Waited ${seconds(waitedMs)} for room in the budget of the ${scope} ${key}.`,
});

export const fallbackWarning = (failed: string, why: string, asked: string): CallWarning => ({
  code: 'fallback',
  message: `${failed} did not answer, so ${asked} was asked. ${why}`.toWellFormed(),
});

export const ruleWarning = (rule: string, from: string, asked: string): CallWarning => ({
  code: 'downgraded',
  message: `${asked} was asked instead of ${from}, by the rule "${rule}".`,
});

export const powerlessWarning = (rule: string): CallWarning => ({
  code: 'rule-without-effect',
  message: `The rule "${rule}" holds, but the call names one model only: name cheaper ones behind it to step down to.`,
});

export const stubWarning = (model: string): CallWarning => ({
  code: 'stub',
  message: `${model} is an offline stub, not a language model.`,
});

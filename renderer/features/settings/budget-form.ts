import type { Settings, SettingsChange } from '../../../core/contract/index.ts';

/** What stands in the fields; undefined is an empty one, which means no cap. */
export interface BudgetForm {
  readonly dayUsd: number | undefined;
  readonly dayTokens: number | undefined;
  readonly projectUsd: number | undefined;
  readonly projectTokens: number | undefined;
  readonly alertUsd: number | undefined;
  readonly webhook: string;
}

export const budgetFormOf = ({ day, project, alert }: Settings['budgets']): BudgetForm => ({
  dayUsd: day?.usd,
  dayTokens: day?.tokens,
  projectUsd: project?.usd,
  projectTokens: project?.tokens,
  alertUsd: alert?.usd_per_minute,
  webhook: alert?.webhook ?? '',
});

const MOST_USD = 1_000_000;
const MOST_TOKENS = 1_000_000_000_000;

/** What is wrong, by field; empty when all may be saved. The bounds are those of the settings' schema. */
export const budgetProblems = (form: BudgetForm): Readonly<Partial<Record<keyof BudgetForm, string>>> => {
  const problems = {
    dayUsd: usdProblem(form.dayUsd),
    dayTokens: tokensProblem(form.dayTokens),
    projectUsd: usdProblem(form.projectUsd),
    projectTokens: tokensProblem(form.projectTokens),
    alertUsd: usdProblem(form.alertUsd),
    webhook: webhookProblem(form.webhook.trim()),
  };
  return Object.fromEntries(Object.entries(problems).filter(([, problem]) => problem !== undefined));
};

const usdProblem = (usd: number | undefined): string | undefined => {
  if (usd === undefined) return undefined;
  if (usd <= 0) return 'More than 0, or empty for no cap.';
  return usd > MOST_USD ? 'At most 1,000,000 dollars.' : undefined;
};

const tokensProblem = (tokens: number | undefined): string | undefined => {
  if (tokens === undefined) return undefined;
  if (tokens <= 0) return 'More than 0, or empty for no cap.';
  if (!Number.isInteger(tokens)) return 'A whole number of tokens.';
  return tokens > MOST_TOKENS ? 'At most a million million tokens.' : undefined;
};

const webhookProblem = (address: string): string | undefined => {
  if (address === '') return undefined;
  const url = URL.parse(address);
  return url !== null && (url.protocol === 'http:' || url.protocol === 'https:')
    ? undefined
    : 'An address that begins with http:// or https://.';
};

/** The change that makes the settings what the form says; an empty field takes its cap away. */
export const budgetChange = (form: BudgetForm): SettingsChange => ({
  budgets: {
    day: { usd: form.dayUsd ?? null, tokens: form.dayTokens ?? null },
    project: { usd: form.projectUsd ?? null, tokens: form.projectTokens ?? null },
    alert: {
      usd_per_minute: form.alertUsd ?? null,
      webhook: form.webhook.trim() === '' ? null : form.webhook.trim(),
    },
  },
});

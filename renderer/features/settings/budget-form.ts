import type { Settings, SettingsChange } from '../../../core/contract/index.ts';
import { type RuleForm, ruleFormsOf, ruleProblems, rulesOf } from './rules-form.ts';

/** What stands in the fields; undefined is an empty one, which means no cap. */
export interface BudgetForm {
  readonly dayUsd: number | undefined;
  readonly dayTokens: number | undefined;
  readonly daySeconds: number | undefined;
  readonly projectUsd: number | undefined;
  readonly projectTokens: number | undefined;
  readonly projectSeconds: number | undefined;
  readonly alertUsd: number | undefined;
  readonly webhook: string;
  readonly rules: readonly RuleForm[];
}

export const budgetFormOf = ({ day, project, alert, downgrade }: Settings['budgets']): BudgetForm => ({
  dayUsd: day?.usd,
  dayTokens: day?.tokens,
  daySeconds: day?.seconds,
  projectUsd: project?.usd,
  projectTokens: project?.tokens,
  projectSeconds: project?.seconds,
  alertUsd: alert?.usd_per_minute,
  webhook: alert?.webhook ?? '',
  rules: ruleFormsOf(downgrade ?? []),
});

const MOST_USD = 1_000_000;
const MOST_TOKENS = 1_000_000_000_000;
const MOST_SECONDS = 100_000_000;

/** What is wrong, by field; empty when all may be saved. The bounds are those of the settings' schema. */
export const budgetProblems = (form: BudgetForm): Readonly<Partial<Record<keyof BudgetForm, string>>> => {
  const problems = {
    dayUsd: usdProblem(form.dayUsd),
    dayTokens: tokensProblem(form.dayTokens),
    daySeconds: secondsProblem(form.daySeconds),
    projectUsd: usdProblem(form.projectUsd),
    projectTokens: tokensProblem(form.projectTokens),
    projectSeconds: secondsProblem(form.projectSeconds),
    alertUsd: usdProblem(form.alertUsd),
    webhook: webhookProblem(form.webhook.trim()),
    rules: ruleProblems(form.rules).some((one) => Object.keys(one).length > 0)
      ? 'A rule is not complete.'
      : undefined,
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

const secondsProblem = (seconds: number | undefined): string | undefined => {
  if (seconds === undefined) return undefined;
  if (seconds <= 0) return 'More than 0, or empty for no cap.';
  return seconds > MOST_SECONDS ? 'At most 100,000,000 seconds.' : undefined;
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
    day: {
      usd: form.dayUsd ?? null,
      tokens: form.dayTokens ?? null,
      seconds: form.daySeconds ?? null,
    },
    project: {
      usd: form.projectUsd ?? null,
      tokens: form.projectTokens ?? null,
      seconds: form.projectSeconds ?? null,
    },
    alert: {
      usd_per_minute: form.alertUsd ?? null,
      webhook: form.webhook.trim() === '' ? null : form.webhook.trim(),
    },
    downgrade: form.rules.length === 0 ? null : rulesOf(form.rules),
  },
});

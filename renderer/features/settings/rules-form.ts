import { CHEAPEST, type DowngradeRule } from '../../../core/contract/index.ts';

/** What a rule looks at, with the words of its fields; shares are typed in percent. */
export const ruleMeasures = {
  day_usd_above: { label: 'Spent today, USD', isShare: false },
  project_usd_above: { label: 'Spent in the project, USD', isShare: false },
  usd_per_minute_above: { label: 'Spent in a minute, USD', isShare: false },
  session_share_above: { label: 'Spent of the session’s cap, %', isShare: true },
} as const satisfies Record<keyof DowngradeRule['when'], { label: string; isShare: boolean }>;

export type RuleMeasure = keyof typeof ruleMeasures;

/** One row of fields. */
export interface RuleForm {
  /** Tells rows apart while they are edited; never stored. */
  readonly row: number;
  readonly name: string;
  readonly measure: RuleMeasure;
  readonly above: number | undefined;
  readonly to: string;
}

const isMeasure = (key: string): key is RuleMeasure => Object.hasOwn(ruleMeasures, key);

export const ruleFormsOf = (rules: readonly DowngradeRule[]): readonly RuleForm[] =>
  rules.flatMap(({ name, when, to }, row) =>
    Object.entries(when).flatMap(([measure, limit]) =>
      isMeasure(measure) && limit !== undefined
        ? [{ row, name, measure, above: inField(measure, limit), to }]
        : [],
    ),
  );

/** A new row behind the others, with a name that none of them has. */
export const withNewRule = (rules: readonly RuleForm[]): readonly RuleForm[] => {
  const names = new Set(rules.map(({ name }) => name));
  let number = 1;
  while (names.has(`rule ${number}`)) number += 1;
  const row = Math.max(-1, ...rules.map((rule) => rule.row)) + 1;
  return [
    ...rules,
    { row, name: `rule ${number}`, measure: 'day_usd_above', above: undefined, to: CHEAPEST },
  ];
};

export const rulesOf = (forms: readonly RuleForm[]): DowngradeRule[] =>
  forms.map(({ name, measure, above = 0, to }) => ({
    name: name.trim(),
    when: { [measure]: inRule(measure, above) },
    to: to.trim(),
  }));

/** Percent without the dust of binary fractions. */
const inField = (measure: RuleMeasure, limit: number): number =>
  ruleMeasures[measure].isShare ? Number((limit * 100).toFixed(6)) : limit;
const inRule = (measure: RuleMeasure, above: number): number =>
  ruleMeasures[measure].isShare ? Number((above / 100).toFixed(8)) : above;

export type RuleProblems = Readonly<Partial<Record<'name' | 'above' | 'to', string>>>;

/** What is wrong with each row; the bounds are those of the settings' schema. */
export const ruleProblems = (forms: readonly RuleForm[]): readonly RuleProblems[] =>
  forms.map((form) => {
    const problems = {
      name: nameProblem(form, forms),
      above: aboveProblem(form),
      to: MODEL.test(form.to.trim()) ? undefined : '“cheapest”, or a model like openai/gpt-4o-mini.',
    };
    return Object.fromEntries(Object.entries(problems).filter(([, problem]) => problem !== undefined));
  });

const MODEL = /^(cheapest|[a-z0-9][a-z0-9_.-]*\/\S+)$/i;
const LONGEST_NAME = 60;
const MOST_USD = 1_000_000;

const nameProblem = ({ row, name }: RuleForm, forms: readonly RuleForm[]): string | undefined => {
  const plain = name.trim();
  if (plain === '') return 'A name, so that you know it again.';
  if (plain.length > LONGEST_NAME) return `At most ${LONGEST_NAME} characters.`;
  return forms.some((one) => one.row !== row && one.name.trim() === plain)
    ? 'Another rule has this name.'
    : undefined;
};

const aboveProblem = ({ measure, above }: RuleForm): string | undefined => {
  if (above === undefined || above <= 0) return 'More than 0.';
  if (ruleMeasures[measure].isShare) return above >= 1 && above <= 99 ? undefined : 'From 1 to 99 percent.';
  return above > MOST_USD ? 'At most 1,000,000 dollars.' : undefined;
};

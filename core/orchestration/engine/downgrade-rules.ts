import { CHEAPEST, type DowngradeMeasure, type DowngradeRule } from '../../contract/index.ts';
import type { SessionState } from './session-state.ts';

/** A rule that the budgets of the data folder have to be asked about. */
export interface FolderRule {
  readonly name: string;
  readonly measure: DowngradeMeasure;
  /** In whole micro-USD. */
  readonly above: number;
}

/** The rules whose condition lies outside of the session; its own share it knows itself. */
export const folderRulesOf = (rules: readonly DowngradeRule[]): readonly FolderRule[] =>
  rules.flatMap(({ name, when }) => {
    const { day_usd_above: day, project_usd_above: project, usd_per_minute_above: rate } = when;
    const rule = (measure: DowngradeMeasure, usd: number) => ({ name, measure, above: microUsdOf(usd) });
    if (day !== undefined) return [rule('day_usd', day)];
    if (project !== undefined) return [rule('project_usd', project)];
    return rate === undefined ? [] : [rule('usd_per_minute', rate)];
  });

const microUsdOf = (usd: number): number => Math.floor(Number((usd * 1e6).toFixed(3)));

/** The rules that hold now: by what the budgets have said, and by what the session has spent of its own caps. */
export const rulesInForce = (state: SessionState): readonly DowngradeRule[] => {
  if (state.downgrade.length === 0) return state.downgrade;
  const share = shareSpent(state);
  return state.downgrade.filter(({ name, when: { session_share_above: limit } }) =>
    limit === undefined ? state.rulesOn.has(name) : share > limit,
  );
};

/** Of the session's caps on money and tokens the one that is further used; 0 without any. */
const shareSpent = ({ specification: { budget }, totals }: SessionState): number =>
  Math.max(
    budget.usd === undefined ? 0 : (totals.microUsd ?? 0) / (budget.usd * 1e6),
    budget.tokens === undefined ? 0 : (totals.inputTokens + totals.outputTokens) / budget.tokens,
  );

/**
 * Links behind `from` that a rule may step down to. `cheapest` never means an offline stub, which is no language
 * model: only a rule that names one leads there.
 */
export const linksOf = (
  rule: DowngradeRule,
  chain: readonly string[],
  from: number,
  models: SessionState['models'],
): readonly number[] =>
  chain.flatMap((model, link) => {
    const isMeant = rule.to === CHEAPEST ? models[model]?.stub !== true : model === rule.to;
    return link > from && isMeant ? [link] : [];
  });

import type { DowngradeRule, ModelFacts } from '../contract/index.ts';
import type { SessionBudgets } from '../ledger/index.ts';
import { folderRulesOf, linksOf } from '../orchestration/index.ts';

interface StepDownParts {
  readonly rules: () => readonly DowngradeRule[];
  readonly budgets: Pick<SessionBudgets, 'spent'>;
  readonly factsOf: (model: string) => ModelFacts;
}

export interface Step {
  /** Place in the chain of the model to ask. */
  readonly link: number;
  /** The rule that led there; null where none did. */
  readonly rule: string | null;
  /** Rules that hold and have nowhere to lead a call that names one model only. */
  readonly powerless: readonly string[];
}

/**
 * Which link of its chain a call without a session asks, under the rules of the settings. A rule that looks at a
 * session's own cap never holds here. `worst` is the worst case of the call at a model, in micro-USD.
 */
export const createStepDown =
  ({ rules, budgets, factsOf }: StepDownParts) =>
  async (chain: readonly string[], from: number, worst: (model: string) => number | null): Promise<Step> => {
    const stay: Step = { link: from, rule: null, powerless: [] };
    const all = rules();
    const models = Object.fromEntries(chain.map((model) => [model, factsOf(model)]));
    if (all.length === 0 || chain.every((model) => models[model]?.local)) return stay;
    const holding = new Set<string>();
    for (const { name, measure, above } of folderRulesOf(all)) {
      if ((await budgets.spent(measure)) > above) holding.add(name);
    }
    const inForce = all.filter(({ name }) => holding.has(name));
    const asked = chain[from] as string;
    let best = { link: from, rule: null as string | null, microUsd: worst(asked) };
    for (const rule of inForce) {
      for (const link of linksOf(rule, chain, from, models)) {
        const microUsd = worst(chain[link] as string);
        const isCheaper = microUsd !== null && (best.microUsd === null || microUsd < best.microUsd);
        if (isCheaper) best = { link, rule: rule.name, microUsd };
      }
    }
    const powerless = chain.length > 1 ? [] : inForce.filter(({ to }) => to !== asked);
    return { link: best.link, rule: best.rule, powerless: powerless.map(({ name }) => name) };
  };

import { type CutOff, mendJson } from './mend-json.ts';
import { type PlanItems, planItems } from './plan-items.ts';

export interface FoundPlan extends PlanItems {
  readonly cut: CutOff | null;
}

/** Longest answer that is looked at, in UTF-16 units; what is behind it counts as cut off. */
const MAX_PLAN_TEXT = 1_000_000;
/** Places tried, so that a text made of brackets stays linear. */
const MAX_ATTEMPTS = 12;

/**
 * The plan in a model's answer, wherever it stands: the whole text, in a fence, before or after prose. Of several the
 * one with most tasks, of equal ones the first.
 */
export const findPlan = (answer: string): FoundPlan | undefined => {
  const text = answer.slice(0, MAX_PLAN_TEXT);
  let best: FoundPlan | undefined;
  let behind = 0;
  let attempts = 0;
  let hasFailed = false;
  for (const start of [...startsIn(text, true), ...startsIn(text, false)]) {
    if (start < behind) continue;
    if (attempts === MAX_ATTEMPTS) break;
    attempts += 1;
    const { value, end, cut } = mendJson(text, start);
    const found = value === undefined ? undefined : planItems(value);
    // One task of a list that could not be read as a whole is no plan.
    hasFailed ||= value === undefined;
    if (!found || (found.isSingle && hasFailed)) continue;
    behind = end;
    if (!best || usable(found) > usable(best)) best = { ...found, cut };
  }
  return best;
};

/** A copy of the form that was asked for has tasks without a word in them. */
const usable = ({ items }: PlanItems): number => items.filter(({ prompt }) => prompt !== '').length;

/** Places where a value may begin: at the begin of a line, or objects elsewhere. */
function* startsIn(text: string, atLineBegin: boolean): Generator<number> {
  const pattern = atLineBegin ? /^[ \t]*[{[]/gm : /\{/g;
  for (const found of text.matchAll(pattern)) yield found.index + found[0].length - 1;
}

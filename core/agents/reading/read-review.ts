/** What a reviewer decides. */
export type ReviewDecision = 'accept' | 'revise';

const refusal =
  /\b(not|never|don't|cannot|can't|un)[ -]?(be )?(accept|approv|sufficient|complete|good|done)/i;
const either =
  /\b(?:(revis\w*|reject\w*|redo|rework\w*|repeat|again|insufficient|incomplete|needs? work|fail\w*)|(accept\w*|approv\w*|pass(?:es|ed)?|sufficient|complete|done|good|ok(?:ay)?|lgtm))\b/i;

/** Longest text that a decision is looked for in, in UTF-16 units. */
const MAX_LOOKED_AT = 200;

/** The decision of a review, from its label, else from how it begins; null where neither says one. */
export const readReview = (label: string, opening: string): ReviewDecision | null =>
  decisionIn(label) ?? decisionIn(opening);

const decisionIn = (text: string): ReviewDecision | null => {
  const head = text.slice(0, MAX_LOOKED_AT);
  if (refusal.test(head)) return 'revise';
  const found = either.exec(head);
  return found && (found[1] === undefined ? 'accept' : 'revise');
};

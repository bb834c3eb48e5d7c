import { isNegator } from './negation.ts';

/** The side a position takes in so many words; most take none. */
export type Side = 'for' | 'against' | 'unstated';

const sides: Readonly<Record<string, 1 | -1>> = {
  support: 1,
  supports: 1,
  favour: 1,
  favor: 1,
  favours: 1,
  favors: 1,
  endorse: 1,
  approve: 1,
  agree: 1,
  yes: 1,
  dafür: 1,
  befürworte: 1,
  befürworten: 1,
  unterstütze: 1,
  unterstützen: 1,
  zustimmen: 1,
  against: -1,
  oppose: -1,
  opposes: -1,
  opposed: -1,
  reject: -1,
  rejects: -1,
  disagree: -1,
  disapprove: -1,
  refuse: -1,
  dagegen: -1,
  ablehnen: -1,
  lehne: -1,
  lehnen: -1,
  widerspreche: -1,
};
/** Subject and verb before a preposition that by itself says nothing: "I am for", "wir stimmen für". */
const stands: ReadonlySet<string> = new Set(
  `am are is stand speak argue argued vote voted remain bin sind stehe spreche stimme stimmen plädiere`.split(
    /\s+/,
  ),
);
const prepositions: Readonly<Record<string, 1 | -1>> = { for: 1, für: 1, against: -1, gegen: -1 };
/** A negation this many words before a marker turns its side round. */
const negationReach = 3;

/** Counts markers of both sides over all clauses; as many of each, or none, is no side. */
export const markedSide = (clauses: readonly (readonly string[])[]): Side => {
  let balance = 0;
  for (const clause of clauses) {
    for (const [place, word] of clause.entries()) balance += markAt(clause, place, word);
  }
  if (balance === 0) return 'unstated';
  return balance > 0 ? 'for' : 'against';
};

const markAt = (clause: readonly string[], place: number, word: string): number => {
  const behind = clause[place + 1] ?? '';
  const before = clause.slice(Math.max(0, place - 2), place);
  const preposition = Object.hasOwn(prepositions, word) ? prepositions[word] : undefined;
  const stood = preposition !== undefined && before.some((earlier) => stands.has(earlier));
  // "stimme gegen": the preposition speaks, not the verb.
  if (stands.has(word) && (behind === 'für' || behind === 'gegen')) return 0;
  const side = stood ? preposition : Object.hasOwn(sides, word) ? sides[word] : undefined;
  if (side === undefined) return 0;
  const turned =
    clause.slice(Math.max(0, place - negationReach), place).some(isNegator) || behind === 'nicht';
  return turned ? -side : side;
};

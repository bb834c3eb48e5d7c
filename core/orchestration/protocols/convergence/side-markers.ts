import { isNegator } from './negation.ts';

/** The side a position takes in so many words; most take none. */
export type Side = 'for' | 'against' | 'unstated';

const pro = `support supports favour favor favours favors endorse approve agree yes dafür befürworte befürworten
unterstütze unterstützen zustimmen`;
const contra = `against oppose opposes opposed reject rejects disagree disapprove refuse dagegen ablehnen lehne lehnen
widerspreche`;
const sides: ReadonlyMap<string, 1 | -1> = new Map([
  ...pro.split(/\s+/).map((word): [string, 1] => [word, 1]),
  ...contra.split(/\s+/).map((word): [string, -1] => [word, -1]),
]);
/** Subject and verb before a preposition that by itself says nothing: "I am for", "wir stimmen für". */
const stands: ReadonlySet<string> = new Set(
  `am are is stand speak argue argued vote voted remain bin sind stehe spreche stimme stimmen plädiere`.split(
    /\s+/,
  ),
);
const prepositions: ReadonlyMap<string, 1 | -1> = new Map([
  ['for', 1],
  ['für', 1],
  ['against', -1],
  ['gegen', -1],
]);
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
  const preposition = prepositions.get(word);
  const stood = preposition !== undefined && hasBefore(clause, place, 2, (earlier) => stands.has(earlier));
  const side = stood ? preposition : sides.get(word);
  if (side === undefined) return 0;
  const turned = hasBefore(clause, place, negationReach, isNegator) || clause[place + 1] === 'nicht';
  return turned ? -side : side;
};

const hasBefore = (
  clause: readonly string[],
  place: number,
  reach: number,
  matches: (word: string) => boolean,
): boolean => clause.slice(Math.max(0, place - reach), place).some(matches);

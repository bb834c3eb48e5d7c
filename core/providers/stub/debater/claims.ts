import type { Lens } from './lens.ts';
import { chooseOf, drawOf, hasStyle, isSaid, lastingDraw, type Matter } from './matter.ts';
import type { SpeechPart } from './speech.ts';

/** Claims of the first round and of each later one, and answers to others. */
export interface Size {
  readonly opening: number;
  readonly claims: number;
  readonly replies: number;
}

/** How much a speaker says, by its style. */
export const sizeOf = ({ prompt }: Matter): Size => {
  if (hasStyle(prompt, 'brevity', 'strong')) return { opening: 1, claims: 1, replies: 1 };
  if (hasStyle(prompt, 'brevity', 'moderate')) return { opening: 2, claims: 1, replies: 1 };
  return { opening: 3, claims: 1, replies: 2 };
};

const asides = [
  'A plan that works on slides only should stay there.',
  'If hope were a method, we would be finished by now.',
  'The calendar has no opinion and wins most arguments.',
  'An umbrella is cheaper than a debate about rain.',
];

const withAside = (matter: Matter, parts: readonly SpeechPart[]): readonly SpeechPart[] => {
  const [first, ...rest] = parts;
  if (first?.kind !== 'claim' || !hasStyle(matter.prompt, 'humor', 'moderate', 'strong')) return parts;
  if (drawOf(matter, 'humor') > 0.5) return parts;
  return [{ ...first, support: `${first.support} ${chooseOf(matter, asides, 'aside')}` }, ...rest];
};

/** How many claims a speaker has made before this round, when it makes `size.claims` in each but more in the first. */
const claimsBefore = (round: number, size: Size): number =>
  round < 2 ? 0 : size.opening + (round - 2) * size.claims;

/** Claims of this round: the speaker's lenses in turn, and none that it or somebody else has just made. */
export const claimsOf = (matter: Matter, size: Size): readonly SpeechPart[] => {
  const { prompt, own, slots } = matter;
  const count = prompt.round < 2 ? size.opening : size.claims;
  const start = Math.floor(lastingDraw(matter, 'claims') * 4);
  const parts: SpeechPart[] = [];
  for (let step = 0; step < own.length * 4 && parts.length < count; step += 1) {
    const place = claimsBefore(prompt.round, size) + step;
    const lens = own[place % own.length] as Lens;
    const point = lens.points[(start + Math.floor(place / own.length)) % lens.points.length]?.(slots);
    if (!point || isSaid(prompt, point.claim)) continue;
    parts.push({ kind: 'claim', claim: point.claim, support: point.support });
  }
  return withAside(matter, parts);
};

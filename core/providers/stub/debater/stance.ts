import { chance } from '../../../effects/index.ts';
import type { Lens } from './lens.ts';
import { drawOf, type Matter } from './matter.ts';
import { type HeldPosition, newestPositions, type Side } from './positions.ts';

/** What a speaker holds in this turn, and how that came about. */
export interface Stance {
  readonly lenses: readonly Lens[];
  readonly side: Side;
  readonly gained: { readonly lens: Lens; readonly from: string } | undefined;
  readonly dropped: Lens | undefined;
  readonly changedSide: boolean;
  readonly others: readonly HeldPosition[];
}

/** Most demands one position joins. */
const MOST_DEMANDS = 3;
/** Chance that a speaker moves in a round, and what a stubborn one makes of it. */
const MOVE = 0.6;
const STUBBORN_MOVE = 0.25;
const STUBBORN_SHARE = 0.15;
const SWITCH_SIDE = 0.4;
/** Before this round nobody lets go of a demand without taking over another. */
const FIRST_ROUND_TO_DROP = 4;

const firstStance = (matter: Matter, others: readonly HeldPosition[]): Stance => {
  const lens = matter.own[0] as Lens;
  const cautious = lens.styles.some((style) => style === 'skepticism' || style === 'risk');
  const side: Side =
    matter.topic.form.kind === 'open'
      ? 'none'
      : chance(matter.seed, matter.prompt.speaker, 'side') < (cautious ? 0.25 : 0.6)
        ? 'first'
        : 'second';
  return { lenses: [lens], side, gained: undefined, dropped: undefined, changedSide: false, others };
};

const supportOf = (others: readonly HeldPosition[], lens: Lens): number =>
  others.reduce((sum, other) => sum + (other.lenses.includes(lens) ? 1 : 0), 0);

/** The demand of others that has most support and is not held yet; the surer speaker's wins a tie. */
const mostWanted = (mine: readonly Lens[], others: readonly HeldPosition[]) => {
  let best: { readonly lens: Lens; readonly from: string; readonly weight: number } | undefined;
  for (const other of others) {
    for (const lens of other.lenses) {
      if (mine.includes(lens)) continue;
      const weight = supportOf(others, lens) + other.confidence / 2;
      if (!best || weight > best.weight) best = { lens, from: other.agent, weight };
    }
  }
  return best;
};

const leastSupported = (mine: readonly Lens[], others: readonly HeldPosition[]): Lens | undefined =>
  mine.findLast((lens) => supportOf(others, lens) === 0);

const majoritySide = (others: readonly HeldPosition[]): Side => {
  const taken = others.filter((other) => other.lenses.length > 0);
  const first = taken.filter((other) => other.side === 'first').length;
  return first * 2 > taken.length ? 'first' : first * 2 < taken.length ? 'second' : 'none';
};

/**
 * Where the speaker stands now. It begins with the demand of its favourite lens, and round by round takes
 * over what others ask for, or lets go of what nobody else wants: by chance, so that some seeds end in
 * agreement and some do not. Everything it depends on stands in the prompt.
 */
export const stanceOf = (matter: Matter): Stance => {
  const { prompt, seed } = matter;
  const newest = newestPositions(matter);
  const mine = newest.get(prompt.speaker);
  const others = [...newest.values()].filter((one) => one.agent !== prompt.speaker);
  if (!mine || mine.lenses.length === 0) return firstStance(matter, others);

  const stubborn = chance(seed, prompt.speaker, 'stubborn') < STUBBORN_SHARE;
  const still: Stance = {
    lenses: mine.lenses,
    side: mine.side,
    gained: undefined,
    dropped: undefined,
    changedSide: false,
    others,
  };
  if (drawOf(matter, 'move') >= (stubborn ? STUBBORN_MOVE : MOVE)) return still;

  const wanted = mostWanted(mine.lenses, others);
  const lonely = leastSupported(mine.lenses, others);
  const majority = majoritySide(others);
  const changedSide =
    !stubborn &&
    majority !== 'none' &&
    majority !== mine.side &&
    mine.side !== 'none' &&
    drawOf(matter, 'side') < SWITCH_SIDE;
  const side = changedSide ? majority : mine.side;
  if (!wanted) {
    const mayDrop = mine.lenses.length > 1 && others.length > 1 && prompt.round >= FIRST_ROUND_TO_DROP;
    const dropped = mayDrop ? lonely : undefined;
    return { ...still, side, changedSide, dropped, lenses: mine.lenses.filter((lens) => lens !== dropped) };
  }
  const full = mine.lenses.length >= MOST_DEMANDS;
  if (full && (!lonely || supportOf(others, wanted.lens) < 2)) return { ...still, side, changedSide };
  const dropped = full ? lonely : undefined;
  return {
    lenses: [...mine.lenses.filter((lens) => lens !== dropped), wanted.lens],
    side,
    gained: { lens: wanted.lens, from: wanted.from },
    dropped,
    changedSide,
    others,
  };
};

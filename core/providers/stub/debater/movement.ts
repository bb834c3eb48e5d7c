import { chooseOf, clauseOf, drawOf, lastingDraw, type Matter } from './matter.ts';
import type { HeldPosition } from './positions.ts';
import type { SpeechPart } from './speech.ts';
import type { Stance } from './stance.ts';

/** What a speaker says of a change of its own position. */
export const movement = (matter: Matter, stance: Stance): readonly SpeechPart[] => {
  const texts: string[] = [];
  if (stance.gained) {
    const { from, lens } = stance.gained;
    const clause = clauseOf(matter, lens);
    texts.push(
      chooseOf(
        matter,
        [
          `${from} has moved me on one point, and I take it over: ${clause}.`,
          `I change my position here. What ${from} asks for, to ${clause}, costs my own case nothing and closes a gap in it.`,
          `One thing has convinced me, and it came from ${from}: to ${clause}.`,
        ],
        'gained',
      ),
    );
  }
  if (stance.dropped) {
    const lead = stance.gained ? 'In return I' : 'I';
    texts.push(`${lead} let go of my demand to ${clauseOf(matter, stance.dropped)}; nobody else shares it.`);
  }
  if (stance.changedSide)
    texts.push('On the main question I have changed sides, and I would rather say so than hide it.');
  return texts.length === 0 ? [] : [{ kind: 'text', text: texts.join(' ') }];
};

/** Another speaker who asks for exactly the same. */
const sameDemands = (stance: Stance): HeldPosition | undefined =>
  stance.others.find(
    (other) =>
      other.lenses.length === stance.lenses.length &&
      other.side === stance.side &&
      other.lenses.every((lens) => stance.lenses.includes(lens)),
  );

/** Said once, when a change has led to agreement. */
export const agreement = (stance: Stance): readonly SpeechPart[] => {
  const same = sameDemands(stance);
  return same && (stance.gained || stance.dropped)
    ? [
        {
          kind: 'text',
          text: `With ${same.agent} I now agree in substance; what is left is order and emphasis.`,
        },
      ]
    : [];
};

/** Sureness rises with the rounds and with company, and falls for a moment when a position changes. */
export const confidenceOf = (matter: Matter, stance: Stance): number => {
  const { prompt } = matter;
  const base = 0.56 + 0.18 * lastingDraw(matter, 'sure');
  const rounds = 0.02 * Math.min(prompt.round, 6);
  const company = sameDemands(stance) ? 0.08 : 0;
  const change = stance.gained || stance.changedSide ? -0.05 : 0;
  const wobble = 0.06 * (drawOf(matter, 'confidence') - 0.5);
  return Math.min(0.95, Math.max(0.35, base + rounds + company + change + wobble));
};

import type { Lens } from './lens.ts';
import { chooseOf, clauseOf, type Matter } from './matter.ts';
import { confidenceOf, movement } from './movement.ts';
import { joinedClauses, positionText } from './positions.ts';
import { answerToPeople } from './replies.ts';
import type { Speech, SpeechPart } from './speech.ts';
import { type Stance, stanceOf } from './stance.ts';

const numberWords = ['no', 'one', 'two', 'three', 'four'];

const whatChanged = (matter: Matter, stance: readonly Lens[], first: Lens): string => {
  const added = stance.filter((lens) => lens !== first);
  const mine = clauseOf(matter, first);
  if (added.length === 0) {
    return chooseOf(
      matter,
      [
        `I leave with the demand I came with: ${mine}. Nothing said here has shown that it costs more than it brings.`,
        `My position has not moved, and I have tried to move it: ${mine}. The objections were to other plans than this one.`,
      ],
      'unchanged',
    );
  }
  const theirs = joinedClauses(added.map((lens) => clauseOf(matter, lens)));
  if (first !== matter.own[0]) {
    return `I have let go of the demand I came with. What I leave with is common ground: ${joinedClauses(stance.map((lens) => clauseOf(matter, lens)))}.`;
  }
  const more = numberWords[added.length] ?? 'several';
  return chooseOf(
    matter,
    [
      `I came with one demand, to ${mine}. I leave with ${more} more: ${theirs}.`,
      `The exchange has changed something for me. Beside my own demand to ${mine}, I now hold ${more} more: ${theirs}.`,
      `I still begin where I began: ${mine}. What I have learned here: ${theirs}.`,
    ],
    'changed',
  );
};

const whatDivides = (matter: Matter, stance: Stance, first: Lens): string => {
  const rival = stance.others.find((other) => other.lenses.some((lens) => !stance.lenses.includes(lens)));
  const theirs = rival?.lenses.find((lens) => !stance.lenses.includes(lens));
  if (rival && theirs) {
    return `What still divides me from ${rival.agent} is the order of things: ${rival.agent} would ${clauseOf(matter, theirs)}; I would first ${clauseOf(matter, first)}.`;
  }
  return chooseOf(
    matter,
    [
      'I see no difference left that a first trial would not settle.',
      'What divides us now is emphasis, and emphasis can be settled while the work goes on.',
      'Nobody at this table would have to give up a principle for the common part.',
    ],
    'divides',
  );
};

/** The last word: what changed, what still divides, what to do now. */
export const close = (matter: Matter): Speech => {
  const stance = stanceOf(matter);
  const first = matter.own.find((lens) => stance.lenses.includes(lens)) ?? (stance.lenses[0] as Lens);
  const claim = (text: string): SpeechPart => ({ kind: 'claim', claim: text, support: '' });
  return {
    label: { name: 'Position', value: positionText(matter, stance.lenses, stance.side) },
    parts: [
      ...answerToPeople(matter),
      ...movement(matter, stance),
      claim(whatChanged(matter, stance.lenses, first)),
      claim(whatDivides(matter, stance, first)),
      claim(`What to do now: ${first.nextStep(matter.slots)}`),
    ],
    confidence: confidenceOf(matter, stance),
  };
};

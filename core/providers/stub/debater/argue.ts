import { claimsOf, sizeOf } from './claims.ts';
import { capitalised, type Lens } from './lens.ts';
import type { Matter } from './matter.ts';
import { agreement, confidenceOf, movement } from './movement.ts';
import { positionText } from './positions.ts';
import { answerToPeople, replies } from './replies.ts';
import type { Speech } from './speech.ts';
import { stanceOf } from './stance.ts';

/** A position with its claims, answers to others, and what has changed since the last turn. */
export const argue = (matter: Matter, labelName: string): Speech => {
  const stance = stanceOf(matter);
  const size = sizeOf(matter);
  return {
    label: { name: labelName, value: positionText(matter, stance.lenses, stance.side) },
    parts: [
      ...answerToPeople(matter),
      ...replies(matter, matter.prompt.round < 2 ? 1 : size.replies),
      ...movement(matter, stance),
      ...claimsOf(matter, size),
      ...agreement(stance),
    ],
    confidence: confidenceOf(matter, stance),
  };
};

/** An answer on its own, for one speaker and nobody to contradict it. */
export const answerAlone = (matter: Matter): Speech => {
  const { own, slots } = matter;
  const [first, second] = own as readonly [Lens, Lens];
  const stance = stanceOf(matter);
  return {
    label: { name: 'Answer', value: positionText(matter, [first, second], stance.side) },
    parts: [
      ...answerToPeople(matter),
      ...claimsOf(matter, { opening: 3, claims: 3, replies: 0 }),
      {
        kind: 'claim',
        claim: `What I am unsure of is ${slots.measure}.`,
        support: `If it turned out not to move, I would give this answer up. ${capitalised(slots.sign)} would be the first hint.`,
      },
      { kind: 'text', text: `First step: ${first.nextStep(slots)}` },
    ],
    confidence: confidenceOf(matter, stance),
  };
};

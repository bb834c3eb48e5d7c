import { capitalised, type Lens } from '../lens.ts';

export const risk: Lens = {
  styles: ['risk'],
  clause: () => 'keep every step reversible',
  points: [
    ({ failure, sign }) => ({
      claim: `The worst plausible outcome is ${failure}, and it would be noticed late.`,
      support: `${capitalised(sign)} is all the warning there is, and it is easily explained away.`,
    }),
    () => ({
      claim: 'A step that can be undone is worth more than a better one that cannot.',
      support: 'To be wrong somewhere is certain; to be stuck with it is a choice.',
    }),
    ({ failure, people }) => ({
      claim: 'Recovery matters more here than likelihood.',
      support: `There may seldom be ${failure}, but when it comes, it reaches all of ${people} at once.`,
    }),
    ({ loss, gain }) => ({
      claim: `We are about to trade ${loss} for ${gain} at a price we have not seen.`,
      support: 'I would rather pay it in small coins, with a right to stop after each.',
    }),
  ],
  replies: [
    ({ sign }, word) =>
      `And if it is wrong? Then ${sign} is the first we hear of it, and by then "${word}" cannot be taken back.`,
    ({ people }) =>
      `That weighs the average. ${capitalised(people)} do not live in the average; they meet the worst case whole.`,
    (_, word) =>
      `I can live with "${word}" on one condition: that there is a day on which we may turn back, and that the day is named now.`,
  ],
  merit: () => 'it can be taken back if it proves wrong',
  ideas: [
    ({ step }) => ({
      title: 'A named day to turn back',
      text: `Agree now on the day and the reading at which ${step} is undone, and give one person the right to do it.`,
    }),
    ({ failure }) => ({
      title: 'Split what fails together',
      text: `Find the two parts that one case of ${failure} would take down at once, and separate those first.`,
    }),
    ({ cost }) => ({
      title: 'A small reserve for mistakes',
      text: `Set a tenth of ${cost} aside for undoing things. Unused, it pays for the next trial.`,
    }),
  ],
  theme: 'Small, reversible steps',
  nextStep: () => 'Name the day, the reading and the person that can stop the plan.',
};

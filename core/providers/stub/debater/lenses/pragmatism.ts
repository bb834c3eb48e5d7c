import { capitalised, type Lens } from '../lens.ts';

export const pragmatism: Lens = {
  styles: ['pragmatism', 'brevity'],
  clause: ({ step }) => `begin with ${step} and widen only after it holds`,
  points: [
    ({ step }) => ({
      claim: `To learn what we need, ${step} will do.`,
      support: 'A plan for the whole would be out of date before the first result comes in.',
    }),
    ({ people, cost }) => ({
      claim: 'What runs out first is attention.',
      support: `It falls to ${people} to carry the change, and they carry ${cost} already.`,
    }),
    ({ term, lever }) => ({
      claim: `Half of the trouble with ${term} can be dealt with this month.`,
      support: `That half needs ${lever} and a decision; only the other half needs a programme.`,
    }),
    ({ measure }) => ({
      claim: 'A plan without a name and a date is a wish.',
      support: `Somebody has to own ${measure}, and it should be known by Friday who that is.`,
    }),
  ],
  replies: [
    ({ step }, word) =>
      `Fine in the long run. But who does it, and what do they stop doing? With ${step} we could answer that; with "${word}" alone we cannot.`,
    ({ cost }) =>
      `I would sign it if it came with a budget. As it stands it means ${cost}, and nobody has offered any.`,
    (_, word) =>
      `Then let us do the part of it that fits into a week and see whether "${word}" is still the problem afterwards.`,
  ],
  merit: ({ step }) => `it can begin with ${step}`,
  ideas: [
    ({ step }) => ({
      title: 'Start before the plan is finished',
      text: `Take ${step} now, with what is at hand, and write the plan from what goes wrong.`,
    }),
    ({ people }) => ({
      title: 'Stop one thing first',
      text: `Before anything new is asked of ${people}, one old duty is struck off.`,
    }),
    ({ lever }) => ({
      title: 'A week-long fix',
      text: `Give two people a week to put ${lever} in place by hand. If nobody misses it afterwards, it was not the lever.`,
    }),
  ],
  theme: 'Small, reversible steps',
  nextStep: ({ step }) => `${capitalised(step)}: name who does it and when it is judged.`,
};

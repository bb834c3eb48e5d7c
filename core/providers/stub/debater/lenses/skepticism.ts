import { capitalised, type Lens } from '../lens.ts';

export const skepticism: Lens = {
  styles: ['skepticism'],
  clause: ({ failure }) => `plan for ${failure} as if it were certain`,
  points: [
    ({ failure }) => ({
      claim: `The hard part has been left out: ${failure}.`,
      support: 'A plan that is silent about it is a plan for the days on which no plan is needed.',
    }),
    ({ lever, people }) => ({
      claim: `${capitalised(lever)} is credited with more than it has earned.`,
      support: `Part of the burden merely moves to ${people}, where it no longer shows up in the plan.`,
    }),
    ({ cost }) => ({
      claim: 'Ask who gains from calling this settled.',
      support: `Whoever bears ${cost} is seldom the one who announces the success.`,
    }),
    ({ gain, sign }) => ({
      claim: `Everybody praises ${gain}, and nobody says how it would be lost.`,
      support: `It would go the usual way: ${sign}, a good explanation for it, and then silence.`,
    }),
  ],
  replies: [
    ({ people }, word) =>
      `Said like this it cannot be wrong, and that is what troubles me. On which day, and for which of ${people}, would "${word}" have failed?`,
    ({ failure }, word) =>
      `I would believe it if it held through ${failure}. Until then "${word}" is a hope with good manners.`,
    ({ cost }) =>
      `It leaves out ${cost}. Put that in, and the advantage shrinks to something we could argue about honestly.`,
  ],
  merit: ({ failure }) => `it still stands after ${failure}`,
  ideas: [
    ({ failure }) => ({
      title: 'Plan the bad week first',
      text: `Write the schedule for the week after ${failure}, then keep of the ordinary plan only what fits beside it.`,
    }),
    ({ lever }) => ({
      title: 'A paid doubter',
      text: `One person is rewarded for finding where ${lever} does not work, and has a month for it.`,
    }),
    ({ sign }) => ({
      title: 'An end date for every promise',
      text: `Each promise lapses after a year unless somebody renews it with ${sign} on the table.`,
    }),
  ],
  theme: 'Prepare for failure',
  nextStep: ({ failure }) => `Rehearse ${failure} once before the plan is called ready.`,
};

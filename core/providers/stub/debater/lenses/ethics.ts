import type { Lens } from '../lens.ts';

export const ethics: Lens = {
  styles: ['ethics'],
  clause: ({ cost }) => `let those who gain carry ${cost}`,
  points: [
    ({ people, gain }) => ({
      claim: `Whoever gains ${gain} here and whoever pays for it are different people.`,
      support: `The bill goes to ${people}, and they were not asked whether they would sign it.`,
    }),
    ({ failure }) => ({
      claim: 'Some duties cannot be bought off with a good average.',
      support: `To expose somebody knowingly to ${failure} is one of those cases, however many others gain.`,
    }),
    ({ lever, loss }) => ({
      claim: 'A rule is fair if we would accept it without knowing our place under it.',
      support: `I would accept ${lever} on those terms. I would not accept to give up ${loss} blindly.`,
    }),
  ],
  replies: [
    ({ people }, word) =>
      `It works, and that is not yet a reason. Would ${people} have agreed to "${word}" if they had been at the table?`,
    ({ gain }, word) =>
      `That counts ${gain} as everybody's and "${word}" as nobody's. Turn the two round and see whether it still sounds fair.`,
    () =>
      'Consent that cannot be withdrawn is no consent. With a way out for those who lose by it, I would agree.',
  ],
  merit: ({ people }) => `${people} could agree to it freely`,
  ideas: [
    ({ cost }) => ({
      title: 'Whoever gains, pays',
      text: `Move ${cost} to those who profit, and see which plans survive.`,
    }),
    ({ people }) => ({
      title: 'A seat that stays empty',
      text: `Keep one seat for ${people}; as long as it is empty, no decision is final.`,
    }),
    ({ lever }) => ({
      title: 'A rule with a way out',
      text: `Introduce ${lever} with a right to leave for everybody who loses by it.`,
    }),
  ],
  theme: 'People and fairness',
  nextStep: ({ cost }) => `List who gains and who carries ${cost}, side by side.`,
};

import { capitalised, type Lens } from '../lens.ts';

export const empathy: Lens = {
  styles: ['empathy'],
  clause: ({ people }) => `give ${people} a say in the limits`,
  points: [
    ({ people, cost }) => ({
      claim: `Those who know most about this are ${people}.`,
      support: `They can say which part of ${cost} is bearable and which is not; none of us can.`,
    }),
    ({ people, gain, loss }) => ({
      claim: `For ${people}, ${gain} and ${loss} are nothing abstract.`,
      support: 'They meet both on the same afternoon, and they find a way round whichever of them we forget.',
    }),
    ({ failure, people }) => ({
      claim: 'A plan that needs heroes has failed already.',
      support: `If ${failure} is survived only because ${people} put up with it, the cost is hidden and still there.`,
    }),
    ({ lever }) => ({
      claim: 'Trust is spent faster than it is earned.',
      support: `With ${lever} imposed, the first bad day is a betrayal; with the same thing agreed, it is a bad day.`,
    }),
  ],
  replies: [
    ({ people }, word) =>
      `Read it again as one of ${people}. "${capitalised(word)}" is then something that is done to you, and the reasons arrive later.`,
    ({ cost }, word) =>
      `I follow the argument and miss a person in it. Whoever pays for "${word}" pays with ${cost}, not with money.`,
    ({ people }) =>
      `That may be right, and it would still fail if ${people} heard of it last. Ask first, and it has a chance.`,
  ],
  merit: ({ people }) => `I could explain it to ${people} without blushing`,
  ideas: [
    ({ people }) => ({
      title: 'Two days in their place',
      text: `Whoever decides spends two days beside ${people} first, without a camera.`,
    }),
    ({ people }) => ({
      title: 'A right to say stop',
      text: `Give ${people} one veto a year. That it exists changes more than its use.`,
    }),
    ({ cost }) => ({
      title: 'Pay for the hidden work',
      text: `List who carries ${cost} today, and pay for it before anything is added.`,
    }),
  ],
  theme: 'People and fairness',
  nextStep: ({ people }) => `Ask ${people} which limit they could live with, and publish the answer.`,
};

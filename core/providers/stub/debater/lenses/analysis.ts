import { capitalised, type Lens } from '../lens.ts';

export const analysis: Lens = {
  styles: ['analytical'],
  clause: ({ measure }) => `set a limit for ${measure} and let it decide`,
  points: [
    ({ measure, people }) => ({
      claim: `The figure that decides this is ${measure}.`,
      support: `The other figures move with it, and it is the one that ${people} would notice by themselves.`,
    }),
    ({ cost }) => ({
      claim: 'Three questions are being discussed as one: what it costs, what it protects and who pays.',
      support: `Only the second is in dispute. The first can be counted today, since nobody hides ${cost}.`,
    }),
    ({ failure }) => ({
      claim: `The plans differ in one quantity: how long the damage lasts after ${failure}.`,
      support: 'Where that difference is under a tenth, the cheaper plan should win without further debate.',
    }),
    ({ sign, measure }) => ({
      claim: `${capitalised(sign)} tells more than any opinion here.`,
      support: `It can be read every week, and it moves before ${measure} does.`,
    }),
  ],
  replies: [
    ({ measure }, word) =>
      `"${capitalised(word)}" has no unit in that sentence. Put ${measure} in its place, and the claim can be right or wrong.`,
    ({ cost, gain }) =>
      `That compares ${gain} at its best with ${cost} at its worst. Compared at the middle of both, the distance is small.`,
    (_, word) =>
      `I would accept it above some limit and reject it below. Without that limit, "${word}" decides nothing.`,
  ],
  merit: ({ measure }) => `it can be judged by ${measure}`,
  ideas: [
    ({ measure }) => ({
      title: 'One number on the wall',
      text: `Show ${measure} where everybody passes it, with the limit drawn in, and change nothing else for a month.`,
    }),
    ({ sign }) => ({
      title: 'An early-warning ledger',
      text: `Count ${sign} every week. Three weeks in a row above the line open a review without anybody asking.`,
    }),
    ({ cost }) => ({
      title: 'Cut the cost in thirds',
      text: `Sort ${cost} into what protects, what informs and what is habit, and give up the third part first.`,
    }),
  ],
  theme: 'Measure and compare',
  nextStep: ({ measure }) => `Agree on the limit for ${measure} and on the day it is read.`,
};

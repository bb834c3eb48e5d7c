import type { Lens } from '../lens.ts';

export const evidence: Lens = {
  styles: ['evidence'],
  clause: ({ step }) => `compare ${step} with a like case that stays as it is`,
  points: [
    ({ lever, measure, step }) => ({
      claim: `The case for ${lever} rests on a mechanism, and a mechanism can be checked.`,
      support: `If it works, ${measure} changes with ${step} already; if it does not change there, scale will not help.`,
    }),
    ({ step, measure }) => ({
      claim: 'One comparison would settle more than this exchange.',
      support: `Take ${step}, leave a similar one alone, and look at ${measure} in both.`,
    }),
    ({ cost, failure }) => ({
      claim: 'The claims made here do not stand on equal ground.',
      support: `We can count ${cost} today. That there will be less risk of ${failure} is so far an expectation.`,
    }),
    ({ gain, sign }) => ({
      claim: `I know of no figure for ${gain} that was taken before and after.`,
      support: `Until there is one, ${sign} is the best evidence we have, and it is weak.`,
    }),
  ],
  replies: [
    ({ step }, word) =>
      `What would we see if that were wrong? I can think of one thing: ${step} would look no different. So look there before "${word}" is repeated.`,
    ({ measure }) =>
      `This is plausible, and plausible is not measured. Show me ${measure} on both sides and I will follow.`,
    (_, word) =>
      `One case speaks for it and none has been counted against it. I give "${word}" half the weight it asks for.`,
  ],
  merit: ({ step }) => `${step} would be enough to find out whether it is wrong`,
  ideas: [
    ({ step }) => ({
      title: 'Twin trial',
      text: `Change ${step}, leave a like case alone, and publish both results on the same day.`,
    }),
    ({ failure }) => ({
      title: 'A collection of near misses',
      text: `Record every case that almost became ${failure}. Ten of them teach more than one disaster.`,
    }),
    ({ lever }) => ({
      title: 'Bet before you build',
      text: `Everybody writes down what ${lever} will change and by how much. The sheet is opened after the trial.`,
    }),
  ],
  theme: 'Measure and compare',
  nextStep: ({ step, measure }) =>
    `Take ${step} and a like case, and record ${measure} in both before anything changes.`,
};

import { capitalised, type Lens } from '../lens.ts';

export const logic: Lens = {
  styles: ['logic'],
  clause: ({ gain, loss }) => `decide openly how much ${loss} may be given up for ${gain}`,
  points: [
    ({ gain, loss }) => ({
      claim: `The question turns on one premise: that ${gain} can be had while ${loss} stays as it is.`,
      support:
        'If that premise is false, every plan that rests on it fails at the same point, however well it is carried out.',
    }),
    ({ gain, loss, failure }) => ({
      claim: 'Two requirements are being treated as one.',
      support: `${capitalised(gain)} and ${loss} pull apart as soon as there is ${failure}, and a plan has to say which of the two yields.`,
    }),
    ({ failure, term }) => ({
      claim: `What is to happen after ${failure} has to be settled first.`,
      support: `Everything else about ${term} follows from that answer, and nothing comes before it.`,
    }),
    ({ lever, sign }) => ({
      claim: `The argument for ${lever} is as strong as its weakest step.`,
      support: `That step is an assumption nobody states: that ${sign} will be seen in time.`,
    }),
  ],
  replies: [
    ({ failure }, word) =>
      `The conclusion does not follow from "${word}". It would follow if ${failure} were rare and cheap, and neither has been shown.`,
    (_, word) =>
      `True, and it proves less than it seems: with "${word}" it describes the ordinary day, while the question is what holds on the worst one.`,
    ({ measure }, word) =>
      `Grant it for a moment. Then ${measure} should change wherever "${word}" is taken seriously, and that is the claim to defend.`,
  ],
  merit: ({ loss }) => `it says what happens to ${loss} and does not leave that to be found out`,
  ideas: [
    ({ gain, loss }) => ({
      title: `One page on ${gain} and ${loss}`,
      text: 'Write down, before any design, which of the two yields and in which cases. Every later dispute is settled by that page.',
    }),
    ({ failure }) => ({
      title: 'Work backwards from the failure',
      text: `Begin with ${failure}, list what must be true for it to happen, and break the cheapest link.`,
    }),
    ({ lever }) => ({
      title: 'Name the hidden assumption',
      text: `Publish what ${lever} takes for granted, and let anybody try to refute it for a month.`,
    }),
  ],
  theme: 'Prepare for failure',
  nextStep: ({ gain, loss }) =>
    `Write down how much ${loss} may be given up for ${gain}, and who decides in doubt.`,
};

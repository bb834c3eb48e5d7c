import { capitalised, type Lens } from '../lens.ts';

export const creativity: Lens = {
  styles: ['creativity', 'humor'],
  clause: ({ lever }) => `build on ${lever} and drop what it makes needless`,
  points: [
    ({ gain, loss, lever }) => ({
      claim: `The choice between ${gain} and ${loss} is wider than it looks.`,
      support: `${capitalised(lever)} changes its terms: a part of what we argue about need not happen at all.`,
    }),
    ({ failure }) => ({
      claim: 'Other trades have met this in other clothes.',
      support: `Sailors do not prevent storms. They make the harbour dull, and that is how I would treat ${failure}.`,
    }),
    ({ failure }) => ({
      claim: `Turn it round: what would make ${failure} harmless?`,
      support: 'That list is shorter than the list of ways to prevent it, and it is easier to test.',
    }),
    ({ cost, gain }) => ({
      claim: `Somebody will call ${cost} the price of ${gain}; I call it raw material.`,
      support: 'What stands idle can be lent out, and what is borrowed is looked after.',
    }),
  ],
  replies: [
    (_, word) =>
      `Keep the aim and change the picture. "${capitalised(word)}" need not be a wall; it can be a door that is usually closed.`,
    ({ lever }, word) =>
      `That answers the question as it was put. Put it differently, with ${lever} already in place, and "${word}" becomes the easy part.`,
    ({ people }) =>
      `There is a third way between the two: let ${people} switch it on for themselves, and watch where they do.`,
  ],
  merit: ({ lever }) => `it makes room for ${lever}`,
  ideas: [
    ({ lever, term }) => ({
      title: `${capitalised(lever)} as the default`,
      text: `Treat everything else about ${term} as the exception that has to explain itself.`,
    }),
    ({ failure }) => ({
      title: 'A rehearsal day',
      text: `Once a quarter act as if there had been ${failure}. What nobody missed that day is removed.`,
    }),
    ({ cost }) => ({
      title: 'Lend out what stands idle',
      text: `Offer ${cost} to a neighbour with the opposite peak. Both sides gain a reserve.`,
    }),
  ],
  theme: 'New mechanisms',
  nextStep: ({ lever }) => `Sketch ${lever} on one page and list what it would make needless.`,
};

export { castBallot } from './cast-ballot.ts';
export { chosenOption } from './chosen-option.ts';
export { clipped, optionsFrom } from './options-from.ts';
export { tallyVotes } from './tally-votes.ts';

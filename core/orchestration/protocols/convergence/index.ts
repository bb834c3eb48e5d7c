export { lexicalMeasure } from './lexical.ts';
export { type PositionReading, readPosition } from './position-reading.ts';
export { stagnationMeasure } from './stagnation.ts';
export { voteAgreementMeasure } from './vote-agreement.ts';

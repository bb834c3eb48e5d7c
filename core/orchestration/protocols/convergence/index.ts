export { fourDecimals } from './four-decimals.ts';
export { lexicalMeasure } from './lexical.ts';
export { listed } from './listed.ts';
export { readPosition } from './position-reading.ts';
export { stagnationMeasure } from './stagnation.ts';
export { voteAgreementMeasure } from './vote-agreement.ts';

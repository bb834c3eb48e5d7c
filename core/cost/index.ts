export { checkMoneyCap } from './check-money-cap.ts';
export { countTokens } from './count-tokens.ts';
export { fitsTokens } from './fits-tokens.ts';
export { priceOf } from './price-of.ts';

export { checkMoneyCap } from './check-money-cap.ts';
export { countTokens } from './count-tokens.ts';
export { fitsTokens, type TokenBudget } from './fits-tokens.ts';
export { type Price, priceOf } from './price-of.ts';

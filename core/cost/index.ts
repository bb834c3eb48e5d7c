export { checkMoneyCap } from './check-money-cap.ts';
export { countTokens } from './count-tokens.ts';
export { fits } from './fits.ts';
export { forecast } from './forecast.ts';
export { costAt, priceOf } from './price-of.ts';
export { findPrice } from './prices/find-price.ts';
export { overridePrice, type PriceOverride } from './prices/override-price.ts';
export { type PriceTable, parsePriceTable } from './prices/price-table.ts';
export { worstCase } from './worst-case.ts';

/** Every stored measure has four decimals, so that its bytes agree wherever it is computed. */
export const fourDecimals = (value: number): number => Math.round(value * 10_000) / 10_000;

const words: Readonly<Record<string, number>> = {
  certain: 1,
  'very high': 0.95,
  high: 0.85,
  medium: 0.6,
  moderate: 0.6,
  low: 0.3,
  'very low': 0.1,
};

const number =
  /^[^\d.,a-z-]{0,8}(\d{0,3}(?:[.,]\d{1,6})?)(?![.,]?\w)\s{0,3}(%|percent|\/\s{0,3}\d{1,3}|out of \d{1,3})?/i;

/**
 * A confidence as models write it: `0.8`, `.8`, `0,8`, `80 %`, `8/10`, `8 out of 10`, `high`. A bare number
 * over 1 counts as tenths up to 10 and as percent up to 100. Null for anything else.
 */
export const readConfidence = (value: unknown): number | null => {
  if (typeof value === 'number') return scaled(value, undefined);
  if (typeof value !== 'string') return null;
  const text = value.slice(0, 40).trim().toLowerCase();
  const found = number.exec(text);
  const digits = found?.[1]?.replace(',', '.');
  if (digits && digits !== '.') return scaled(Number(digits), found?.[2]);
  for (const word of Object.keys(words)) {
    if (text.replace(/^[^a-z]+/, '').startsWith(word)) return words[word] as number;
  }
  return null;
};

const scaled = (value: number, unit: string | undefined): number | null => {
  if (!Number.isFinite(value) || value < 0) return null;
  const scale = scaleOf(value, unit);
  return scale > 0 && value <= scale ? Math.round((value / scale) * 1e4) / 1e4 : null;
};

const scaleOf = (value: number, unit: string | undefined): number => {
  if (unit === undefined) return value <= 1 ? 1 : value <= 10 ? 10 : 100;
  if (unit === '%' || unit === 'percent') return 100;
  return Number(unit.replace(/^\D+/, ''));
};

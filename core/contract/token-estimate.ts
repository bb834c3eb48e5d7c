/** Kinds of bytes: 0 sign, 1 letter, 2 digit, 3 blank, 4 line end, 5 part of a character beyond ASCII. */
const kindOf = (() => {
  const kinds = new Uint8Array(256);
  for (let byte = 0; byte < 256; byte += 1) {
    if ((byte >= 65 && byte <= 90) || (byte >= 97 && byte <= 122)) kinds[byte] = 1;
    else if (byte >= 48 && byte <= 57) kinds[byte] = 2;
    else if (byte === 32 || byte === 9) kinds[byte] = 3;
    else if (byte === 10 || byte === 13) kinds[byte] = 4;
    else if (byte >= 128) kinds[byte] = 5;
  }
  return kinds;
})();

/** Cost in 64ths of a token of the first byte of a run of its kind, and of each further one. */
const first = [58, 44, 64, 0, 48];
const further = [30, 5, 21, 2, 4];

/** Cost of a character beyond ASCII, by its first byte in UTF-8; the bytes behind it cost nothing. */
const wide = (byte: number): number => {
  if (byte < 0xc0) return 0;
  if (byte < 0xcd) return 44; // accented Latin
  if (byte < 0xd4) return 26; // Greek, Cyrillic
  if (byte < 0xe2) return 32; // Hebrew, Arabic, scripts of India and South-East Asia
  if (byte === 0xe2) return 64; // punctuation and signs
  if (byte < 0xea) return 54; // Chinese, Japanese
  if (byte < 0xee) return 46; // Korean
  return byte < 0xf0 ? 64 : 144; // rarities; emoji
};

/** `costs[byte before * 256 + byte]` in 64ths of a token. */
const costs = (() => {
  const table = new Uint8Array(256 * 256);
  for (let before = 0; before < 256; before += 1) {
    for (let byte = 0; byte < 256; byte += 1) {
      const kind = kindOf[byte] as number;
      const cost = kind === 5 ? wide(byte) : kindOf[before] === kind ? further[kind] : first[kind];
      table[before * 256 + byte] = cost as number;
    }
  }
  return table;
})();

/** A byte that no run goes on behind. */
const NOTHING_BEFORE = 0x80;
const encoder = new TextEncoder();
/** Bytes of one piece of a text. Nothing outlives a call, so one buffer serves all. */
const bytes = new Uint8Array(32_768);

/**
 * Tokens that a text costs, without a tokenizer: one pass over its bytes with one table look-up each, less than
 * 1 ns a character, and always the same for the same text. On English prose, Markdown and code it stays
 * within 15 % of the byte-pair encoding it was fitted to, on compact JSON within 25 % (a test holds it
 * there); on other scripts within a factor of two, where those encodings differ as much among themselves.
 */
export const estimateTokens = (text: string): number => {
  let total = 0;
  let before = NOTHING_BEFORE;
  for (let rest = text; rest !== ''; ) {
    const { read, written } = encoder.encodeInto(rest, bytes);
    for (let index = 0; index < written; index += 1) {
      const byte = bytes[index] as number;
      total += costs[before * 256 + byte] as number;
      before = byte;
    }
    rest = read === rest.length ? '' : rest.slice(read);
  }
  return Math.ceil(total / 64);
};

/** How many UTF-16 units of a text fit into so many tokens, found in one pass that ends there; no pair is split. */
export const unitsWithin = (text: string, tokens: number): number => {
  const limit = tokens * 64;
  let total = 0;
  let units = 0;
  let before = NOTHING_BEFORE;
  for (let rest = text; rest !== ''; ) {
    const { read, written } = encoder.encodeInto(rest, bytes);
    for (let index = 0; index < written; index += 1) {
      const byte = bytes[index] as number;
      total += costs[before * 256 + byte] as number;
      before = byte;
      if (total > limit) return units;
      if (byte < 0x80 || byte >= 0xc0) units += byte >= 0xf0 ? 2 : 1;
    }
    rest = read === rest.length ? '' : rest.slice(read);
  }
  return units;
};

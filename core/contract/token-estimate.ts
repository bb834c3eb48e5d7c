/** Classes of UTF-16 units below 0x80: 0 sign, 1 letter, 2 digit, 3 blank, 4 line end. Above it: 5. */
const classOf = (() => {
  const classes = new Uint8Array(128);
  for (let code = 0; code < 128; code += 1) {
    if ((code >= 65 && code <= 90) || (code >= 97 && code <= 122)) classes[code] = 1;
    else if (code >= 48 && code <= 57) classes[code] = 2;
    else if (code === 32 || code === 9) classes[code] = 3;
    else if (code === 10 || code === 13) classes[code] = 4;
  }
  return classes;
})();

/** Cost in 64ths of a token of the first unit of a run, and of each further one, by class. */
const first = [58, 44, 64, 0, 48];
const further = [30, 5, 21, 2, 4];

/** `cost[previous * 8 + class]` in 64ths of a token. */
const cost = (() => {
  const table = new Uint8Array(64);
  for (let previous = 0; previous < 8; previous += 1) {
    for (let kind = 0; kind < 5; kind += 1) {
      table[previous * 8 + kind] = (previous === kind ? further[kind] : first[kind]) ?? 0;
    }
  }
  return table;
})();

/** Tokens of one unit from 0x80 on, in 64ths: accented Latin, Greek and Cyrillic, Semitic, Indic, signs, CJK, pairs. */
const wideUnit = (code: number): number => {
  if (code < 0x250) return 44;
  if (code < 0x530) return 26;
  if (code < 0x2000) return 32;
  if (code < 0x3040) return 64;
  if (code < 0xa000) return 54;
  if (code < 0xd800) return 46;
  if (code < 0xe000) return 72;
  return 64;
};

/**
 * Tokens that a text costs, without a tokenizer: one pass over its UTF-16 units with two table look-ups
 * each, and always the same for the same text. On English prose, Markdown and code it stays within 15 % of
 * the byte-pair encoding it was fitted to, on compact JSON within 25 % (a test holds it there); on other
 * scripts within a factor of two, where those encodings differ as much among themselves.
 */
export const estimateTokens = (text: string): number => {
  let total = 0;
  let previous = 7;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code < 128) {
      const kind = classOf[code] as number;
      total += cost[previous * 8 + kind] as number;
      previous = kind;
    } else {
      total += wideUnit(code);
      previous = 5;
    }
  }
  return Math.ceil(total / 64);
};

/** How many UTF-16 units of a text fit into so many tokens, found in one pass that ends there. */
export const unitsWithin = (text: string, tokens: number): number => {
  const limit = tokens * 64;
  let total = 0;
  let previous = 7;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code < 128) {
      const kind = classOf[code] as number;
      total += cost[previous * 8 + kind] as number;
      previous = kind;
    } else {
      total += wideUnit(code);
      previous = 5;
    }
    if (total > limit) return index;
  }
  return text.length;
};

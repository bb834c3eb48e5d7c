const wordCharacter = /[\p{L}\p{M}\p{N}]/u;
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u;
/** Inside a word when letters or digits stand on both sides: "don't", "1.5", "10,000". */
const joins = new Set(["'", '’', '.', ','].map((mark) => mark.charCodeAt(0)));
const breaks = new Set([...'.,;:!?()\n。、！？；：'].map((mark) => mark.charCodeAt(0)));

/**
 * Lower-case words of a text, one list for each clause; a clause ends at punctuation. Scripts that set no
 * spaces give pairs of neighbouring characters, since they have no other word border that is the same on
 * every machine.
 */
export const clausesOf = (text: string): readonly (readonly string[])[] => {
  const source = text.normalize('NFKC').toLowerCase();
  const clauses: string[][] = [];
  let clause: string[] = [];
  let start = -1;
  for (let place = 0; place <= source.length; ) {
    const width = wordWidth(source, place);
    if (width > 0) {
      if (start < 0) start = place;
      place += width;
      continue;
    }
    const code = source.charCodeAt(place);
    const joined = start >= 0 && joins.has(code) && wordWidth(source, place + 1) > 0;
    if (!joined) {
      if (start >= 0) pushWord(clause, source.slice(start, place));
      start = -1;
      if (breaks.has(code) && clause.length > 0) {
        clauses.push(clause);
        clause = [];
      }
    }
    place += 1;
  }
  return clause.length > 0 ? [...clauses, clause] : clauses;
};

/** Units of the word character at a place; 0 where there is none. */
const wordWidth = (source: string, place: number): number => {
  const code = source.charCodeAt(place);
  if (code < 0x80) return isAsciiWord(code) ? 1 : 0;
  const point = source.codePointAt(place);
  if (point === undefined || !wordCharacter.test(String.fromCodePoint(point))) return 0;
  return point > 0xffff ? 2 : 1;
};

/** The text is in lower case. */
const isAsciiWord = (code: number): boolean =>
  (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39);

const pushWord = (clause: string[], word: string): void => {
  if (isAscii(word)) clause.push(word);
  else if (unspaced.test(word)) clause.push(...pairsOf(word));
  else clause.push(word.replaceAll('’', "'"));
};

const isAscii = (word: string): boolean => {
  for (let place = 0; place < word.length; place += 1) if (word.charCodeAt(place) > 0x7f) return false;
  return true;
};

const pairsOf = (run: string): readonly string[] => {
  const characters = [...run];
  return characters.length < 2
    ? characters
    : characters.slice(1).map((character, index) => `${characters[index]}${character}`);
};

/** True for words that hold a figure: 10s, 1.5, ٣. */
export const holdsFigure = (word: string): boolean => {
  for (let place = 0; place < word.length; place += 1) {
    const code = word.charCodeAt(place);
    if (code >= 0x30 && code <= 0x39) return true;
    if (code > 0x7f) return /\p{N}/u.test(word);
  }
  return false;
};

const wordOrBreak = /[\p{L}\p{M}\p{N}]+(?:['’.,](?=[\p{L}\p{N}])[\p{L}\p{M}\p{N}]+)*|[.,;:!?()\n]/gu;
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u;

/**
 * Lower-case words of a text, one list for each clause; a clause ends at punctuation. Scripts that set no
 * spaces give pairs of neighbouring characters, since they have no other word border that is the same on
 * every machine.
 */
export const clausesOf = (text: string): readonly (readonly string[])[] => {
  const clauses: string[][] = [[]];
  for (const [token] of text.normalize('NFKC').toLowerCase().matchAll(wordOrBreak)) {
    if (/^[.,;:!?()\n]$/.test(token)) clauses.push([]);
    else clauses.at(-1)?.push(...(unspaced.test(token) ? pairsOf(token) : [token.replaceAll('’', "'")]));
  }
  return clauses.filter((clause) => clause.length > 0);
};

const pairsOf = (run: string): readonly string[] => {
  const characters = [...run];
  return characters.length < 2
    ? characters
    : characters.slice(1).map((character, index) => `${characters[index]}${character}`);
};

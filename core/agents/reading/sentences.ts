/** . ! ? and the signs that end a sentence in other scripts. */
const isEnd = (code: number): boolean =>
  code === 0x2e || code === 0x21 || code === 0x3f || code === 0x2026 || isWideEnd(code);
const isWideEnd = (code: number): boolean => code === 0x3002 || code === 0xff01 || code === 0xff1f;
const closing = '"\')*_\u201d\u2019';

/** Splits a paragraph after sentence ends that are followed by a blank and no small letter; at most `limit` parts. */
export const sentencesOf = (paragraph: string, limit: number): readonly string[] => {
  const parts: string[] = [];
  let start = 0;
  for (let index = 0; index < paragraph.length - 1 && parts.length < limit - 1; index += 1) {
    const code = paragraph.charCodeAt(index);
    if (!isEnd(code)) continue;
    let next = index + 1;
    while (next < paragraph.length && closing.includes(paragraph.charAt(next))) next += 1;
    const wide = isWideEnd(code);
    if (!wide && paragraph.charCodeAt(next) !== 0x20) continue;
    const following = paragraph.charCodeAt(wide ? next : next + 1);
    if (following >= 0x61 && following <= 0x7a) continue;
    const sentence = paragraph.slice(start, next).trim();
    if (sentence !== '') parts.push(sentence);
    start = next;
    index = next - 1;
  }
  const rest = paragraph.slice(start).trim();
  if (rest !== '') parts.push(rest);
  return parts;
};

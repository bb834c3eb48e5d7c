/** . ! ? and the signs that end a sentence in other scripts. */
const end = /[.!?\u2026\u3002\uff01\uff1f]/g;
const isWideEnd = (code: number): boolean => code === 0x3002 || code === 0xff01 || code === 0xff1f;
const closing = '"\')*_\u201d\u2019';

/** Splits a paragraph after sentence ends that are followed by a blank and no small letter; at most `limit` parts. */
export const sentencesOf = (paragraph: string, limit: number): readonly string[] => {
  const parts: string[] = [];
  let start = 0;
  end.lastIndex = 0;
  while (parts.length < limit - 1 && end.test(paragraph)) {
    let next = end.lastIndex;
    if (next === paragraph.length) break;
    while (next < paragraph.length && closing.includes(paragraph.charAt(next))) next += 1;
    const wide = isWideEnd(paragraph.charCodeAt(end.lastIndex - 1));
    if (!wide && paragraph.charCodeAt(next) !== 0x20) continue;
    const following = paragraph.charCodeAt(wide ? next : next + 1);
    if (following >= 0x61 && following <= 0x7a) continue;
    const sentence = paragraph.slice(start, next).trim();
    if (sentence !== '') parts.push(sentence);
    start = next;
    end.lastIndex = next;
  }
  const rest = paragraph.slice(start).trim();
  if (rest !== '') parts.push(rest);
  return parts;
};

const end = /[.!?\u2026\u3002\uff01\uff1f]/;

/** Splits a paragraph after sentence ends that are followed by a blank and no small letter; at most `limit` parts. */
export const sentencesOf = (paragraph: string, limit: number): readonly string[] => {
  const parts: string[] = [];
  let start = 0;
  for (let index = 0; index < paragraph.length - 1 && parts.length < limit - 1; index += 1) {
    if (!end.test(paragraph.charAt(index))) continue;
    let next = index + 1;
    while (next < paragraph.length && '"\')*_\u201d\u2019'.includes(paragraph.charAt(next))) next += 1;
    const wide = paragraph.charCodeAt(index) >= 0x3000;
    if (!wide && paragraph.charAt(next) !== ' ') continue;
    const following = paragraph.charAt(wide ? next : next + 1);
    if (following >= 'a' && following <= 'z') continue;
    const sentence = paragraph.slice(start, next).trim();
    if (sentence !== '') parts.push(sentence);
    start = next;
    index = next - 1;
  }
  const rest = paragraph.slice(start).trim();
  if (rest !== '') parts.push(rest);
  return parts;
};

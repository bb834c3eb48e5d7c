/** Whatever a reader or a model could take for the end of a line. */
const lineEnds = /\r\n|[\r\v\f\u0085\u2028\u2029]/g;
/** Control characters, and the marks that turn the direction of text round or hide it. */
const hidden = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u200b\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;
const suspicious = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b\u2028-\u202e\u2060\u2066-\u2069\ufeff]/;

/** The text with plain line ends, without control characters and lone surrogates. */
export const cleaned = (text: string): string => {
  const plain = suspicious.test(text) ? text.replace(lineEnds, '\n').replace(hidden, '') : text;
  return plain.toWellFormed();
};

/** Every line marked as quoted. A text cannot get out of it: it has no way to begin a line unmarked. */
export const quoted = (text: string): string => `| ${cleaned(text).trim().replaceAll('\n', '\n| ')}`;

/** A text on one line, at most `limit` UTF-16 units long. */
export const onOneLine = (text: string, limit: number): string => {
  const head = text.length > limit * 4 ? text.slice(0, limit * 4) : text;
  const line = cleaned(head).replace(/\s+/g, ' ').trim();
  return line.length <= limit
    ? line
    : `${line
        .slice(0, limit - 2)
        .toWellFormed()
        .trimEnd()} \u2026`;
};

/** Whatever a reader or a model could take for the end of a line. */
const lineEnds = /\r\n|[\r\v\f\u0085\u2028\u2029]/g;
/** Control characters, and the marks that turn the direction of text round or hide it. */
const hidden = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u200b\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;
/** Any of those, or half of a surrogate pair; what has none of them is clean. */
const suspicious =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b\u2028-\u202e\u2060\u2066-\u2069\ud800-\udfff\ufeff]/;

/** Most texts are plain ASCII, which a small class finds out faster than a large one. */
const beyondAscii = /[^\n\x20-\x7e]/;
const beyondOneLine = /[^\x20-\x7e]/;

/** The text with plain line ends, without control characters and lone surrogates. */
export const cleaned = (text: string): string =>
  beyondAscii.test(text) && suspicious.test(text)
    ? text.replace(lineEnds, '\n').replace(hidden, '').toWellFormed()
    : text;

/** Every line marked as quoted. A text cannot get out of it: it has no way to begin a line unmarked. */
export const quoted = (text: string): string => `| ${cleaned(text).trim().replaceAll('\n', '\n| ')}`;

/** A clean text on one line, at most `limit` UTF-16 units long. */
export const oneLine = (clean: string, limit: number): string => {
  const head = clean.length > limit * 4 ? clean.slice(0, limit * 4) : clean;
  const line = (beyondOneLine.test(head) || head.includes('  ') ? head.replace(/\s+/g, ' ') : head).trim();
  return line.length <= limit && head.length === clean.length
    ? line
    : `${line.slice(0, limit - 2).trimEnd()} \u2026`.toWellFormed();
};

/** Any text on one line, at most `limit` UTF-16 units long. */
export const onOneLine = (text: string, limit: number): string =>
  oneLine(cleaned(text.length > limit * 8 ? text.slice(0, limit * 8) : text), limit);

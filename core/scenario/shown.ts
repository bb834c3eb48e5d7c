const LONGEST = 60;

/** Controls, and marks that turn or hide text: a message must not be forged by what it quotes. */
const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

/** A value of the user as a message quotes it: its kind, and at most 60 of its characters. */
export const shown = (value: unknown): string => {
  if (value === undefined || value === null) return 'empty';
  if (typeof value === 'string') return value === '' ? 'an empty text' : quoted(value);
  if (typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint')
    return String(value);
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : `a list of ${value.length}`;
  return 'a mapping of keys';
};

/** A text in double quotes, on one line, cut after 60 characters with its full length said. */
export const quoted = (text: string): string => {
  const cut = text.length > LONGEST;
  const start = (cut ? text.slice(0, LONGEST) : text).replace(unseen, (mark) =>
    mark === '\n' ? ' ' : '\ufffd',
  );
  return cut ? `"${start}..." (${text.length} characters)` : `"${start}"`;
};

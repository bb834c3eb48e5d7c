import { formsOfKeys } from './redact-key.ts';

/** Takes keys out of a text that comes in pieces, wherever it is cut. */
export interface StreamRedactor {
  /** What is sure of the text so far and was not given yet; what may be the beginning of a key is held. */
  readonly take: (piece: string) => string;
  /** What was held, when nothing more comes. */
  readonly rest: () => string;
}

/** Shorter "keys" are words, like those of servers that want any: replacing them would spoil answers. */
const SHORTEST = 12;

/** How the keys of a call are taken out of its answer; null where there is none that could be told from words. */
export const answerRedaction = (secrets: readonly string[]) => {
  const forms = formsOfKeys(secrets.filter((secret) => secret.length >= SHORTEST));
  if (forms.length === 0) return null;
  const pattern = patternOf(forms);
  const shortest = Math.min(...forms.map(({ length }) => length));
  const redact = (text: string): string => (text.length < shortest ? text : text.replace(pattern, '(key)'));
  const beginnings = forms.map((form) => form.toLowerCase());
  const firsts = new Set(beginnings.map((form) => form[0]));
  const longest = Math.max(...beginnings.map(({ length }) => length));

  /** Where the end of a text begins that may go on as a key; its length where none does. */
  const heldFrom = (text: string): number => {
    const lower = text.toLowerCase();
    // A few letters change their length with their case: such a text is taken as it is.
    const source = lower.length === text.length ? lower : text;
    for (let place = Math.max(0, source.length - longest + 1); place < source.length; place += 1) {
      if (!firsts.has(source[place] as string)) continue;
      const end = source.slice(place);
      if (beginnings.some((form) => form.startsWith(end))) return place;
    }
    return text.length;
  };

  const stream = (): StreamRedactor => {
    let held = '';
    return {
      take: (piece) => {
        const text = redact(held + piece);
        const from = heldFrom(text);
        held = text.slice(from);
        return from === text.length ? text : text.slice(0, from);
      },
      rest: () => {
        const rest = held;
        held = '';
        return rest;
      },
    };
  };
  return { redact, stream };
};
export type AnswerRedaction = NonNullable<ReturnType<typeof answerRedaction>>;

const patternOf = (forms: readonly string[]): RegExp =>
  new RegExp(forms.map((form) => form.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|'), 'gi');

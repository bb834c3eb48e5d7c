/** How parts of a transcript are set off; every function is the identity where there are no colours. */
export interface Paint {
  readonly strong: (text: string) => string;
  readonly faint: (text: string) => string;
  readonly warn: (text: string) => string;
  /** A colour that stays with the name. */
  readonly speaker: (name: string) => string;
}

/** Colours of the 16 that every terminal theme keeps readable. */
const SPEAKER_COLOURS = [36, 33, 35, 32, 34, 96, 93, 95];

const wrapped = (code: number) => (text: string) => `\u001b[${code}m${text}\u001b[0m`;
const plain = (text: string) => text;

export const createPaint = (colour: boolean): Paint => {
  if (!colour) return { strong: plain, faint: plain, warn: plain, speaker: plain };
  const given = new Map<string, number>();
  return {
    strong: wrapped(1),
    faint: wrapped(2),
    warn: wrapped(33),
    speaker: (name) => {
      const place = given.get(name) ?? given.size;
      given.set(name, place);
      return wrapped(SPEAKER_COLOURS[place % SPEAKER_COLOURS.length] ?? 1)(wrapped(1)(name));
    },
  };
};

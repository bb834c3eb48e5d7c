/** One key with what is held: `Mod` is Ctrl, on a Mac Cmd. */
interface Chord {
  readonly mod: boolean;
  readonly shift: boolean;
  readonly alt: boolean;
  /** `KeyboardEvent.key` in lower case; `space` for the bar. */
  readonly key: string;
}

/** What a keyboard event says that matters here. */
export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

/** Reads `Mod+K`, `Shift+?`, `Space`, or a sequence like `g h`: one chord after the other. */
export const parseKeys = (keys: string): readonly Chord[] => keys.split(' ').map(parseChord);

const parseChord = (text: string): Chord => {
  const parts = text.split('+').map((part) => part.toLowerCase());
  const key = parts.at(-1) ?? '';
  return { mod: parts.includes('mod'), shift: parts.includes('shift'), alt: parts.includes('alt'), key };
};

const keyOf = (press: KeyPress): string => (press.key === ' ' ? 'space' : press.key.toLowerCase());

/** A sign that is typed with Shift (`?`, `[` on some keyboards) matches by the sign alone. */
export const matchesChord = (chord: Chord, press: KeyPress): boolean => {
  const key = keyOf(press);
  if (chord.key !== key || chord.alt !== press.altKey) return false;
  if (chord.mod !== (press.ctrlKey || press.metaKey)) return false;
  const isSign = key.length === 1 && !/[a-z0-9]/.test(key);
  return isSign || chord.shift === press.shiftKey;
};

/** Keys as people read them: `Ctrl K`, `g then h` as `g h`; on a Mac with its own signs. */
export const showKeys = (keys: string, mac: boolean): string =>
  keys
    .split(' ')
    .map((chord) =>
      chord
        .split('+')
        .map((part) => (part === 'Mod' ? (mac ? '⌘' : 'Ctrl') : part === 'Shift' && mac ? '⇧' : part))
        .join(' '),
    )
    .join(' ');

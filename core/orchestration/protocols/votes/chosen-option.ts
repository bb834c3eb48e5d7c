import type { VoteOption } from '../../../agents/index.ts';
import { clipped, MAX_OPTION_LENGTH, sameTextKey } from './options-from.ts';

/**
 * The option that a voter's words name: by id (`B`, `option b`, `B) Mesh`), by its full text, or by the name of
 * the one who proposed it; null when they name none, or more than one.
 */
export const chosenOption = (words: string, options: readonly VoteOption[]): VoteOption | null => {
  const key = sameTextKey(words);
  if (key === '') return null;
  const only = (matches: (option: VoteOption) => boolean): VoteOption | null => {
    const found = options.filter(matches);
    return found.length === 1 ? (found[0] ?? null) : null;
  };
  const id = key.replace(/^(?:option|vorschlag|proposal)\s+/u, '');
  return (
    only((option) => option.id.toLowerCase() === id) ??
    only((option) => sameTextKey(option.text) === sameTextKey(clipped(words.trim(), MAX_OPTION_LENGTH))) ??
    only((option) => labelled(id, option)) ??
    only((option) => option.by !== null && option.by.toLowerCase() === key)
  );
};

/** `B) Mesh`, `B: Mesh` or `[B]`; a sentence that happens to begin with "A ..." is no label. */
const labelled = (words: string, option: VoteOption): boolean => {
  const id = option.id.toLowerCase();
  return (
    words === `[${id}]` ||
    words === `(${id})` ||
    [')', ':', '.', ' -', ' –'].some((mark) => words.startsWith(id + mark))
  );
};

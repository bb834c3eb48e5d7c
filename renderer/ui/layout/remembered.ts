import { useCallback, useState } from 'react';

const PREFIX = 'agentnet.';

/** Reads a value kept on this machine; anything unreadable or of another shape counts as absent. */
export const recall = <T>(key: string, parse: (stored: unknown) => T | undefined): T | undefined => {
  try {
    const text = localStorage.getItem(PREFIX + key);
    return text === null ? undefined : parse(JSON.parse(text));
  } catch {
    return undefined;
  }
};

/** Keeps a value on this machine; where nothing can be kept (private window), the page works without. */
export const remember = (key: string, value: unknown): void => {
  try {
    if (value === undefined) localStorage.removeItem(PREFIX + key);
    else localStorage.setItem(PREFIX + key, JSON.stringify(value));
  } catch {
    // A full or forbidden store costs the memory of a panel size and nothing else.
  }
};

/** State that outlives the window. */
export const useRemembered = <T>(
  key: string,
  initial: T,
  parse: (stored: unknown) => T | undefined,
): readonly [T, (value: T) => void] => {
  const [value, setValue] = useState(() => recall(key, parse) ?? initial);
  const set = useCallback(
    (next: T) => {
      setValue(next);
      remember(key, next);
    },
    [key],
  );
  return [value, set];
};

export const asBoolean = (stored: unknown): boolean | undefined =>
  typeof stored === 'boolean' ? stored : undefined;
export const asNumber = (stored: unknown): number | undefined =>
  typeof stored === 'number' && Number.isFinite(stored) ? stored : undefined;
export const asString = (stored: unknown): string | undefined =>
  typeof stored === 'string' ? stored : undefined;

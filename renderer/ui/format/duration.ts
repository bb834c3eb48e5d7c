import { UNKNOWN } from './unknown.ts';

/** A span in milliseconds as people read it: `840 ms`, `2.1 s`, `3 m 12 s`, `1 h 5 m`. */
export const formatDuration = (ms: number | null): string => {
  if (ms === null) return UNKNOWN;
  if (ms < 999.5) return `${Math.round(ms)} ms`;
  if (ms < 59_950) return `${(ms / 1000).toFixed(1)} s`;
  const seconds = Math.round(ms / 1000);
  if (seconds < 3600) return `${Math.floor(seconds / 60)} m ${seconds % 60} s`;
  const minutes = Math.round(ms / 60_000);
  return `${Math.floor(minutes / 60)} h ${minutes % 60} m`;
};

/** A running clock has no tenths that flicker: `4 s`, `1 m 42 s`. */
export const formatElapsed = (ms: number): string => {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  return seconds < 60 ? `${seconds} s` : formatDuration(seconds * 1000);
};

import type { Row, TurnEntry } from './rows.ts';
import { entryKey } from './rows.ts';

/** Turns in reading order with the row each stands in. */
export interface TurnPlace {
  readonly entry: TurnEntry;
  readonly key: string;
  readonly row: number;
}

export const turnsInOrder = (rows: readonly Row[]): readonly TurnPlace[] => {
  const places: TurnPlace[] = [];
  rows.forEach((row, index) => {
    if (row.kind === 'turn') places.push({ entry: row.entry, key: entryKey(row.entry), row: index });
    if (row.kind === 'abreast') {
      for (const entry of row.entries) places.push({ entry, key: entryKey(entry), row: index });
    }
  });
  return places;
};

/** The turn `step` places on; from nowhere the first (or, going up, the last) one. Stops at the ends. */
export const stepTurn = (
  places: readonly TurnPlace[],
  currentKey: string | null,
  step: 1 | -1,
): TurnPlace | undefined => {
  const current = places.findIndex(({ key }) => key === currentKey);
  if (current < 0) return step > 0 ? places[0] : places.at(-1);
  return places[Math.max(0, Math.min(places.length - 1, current + step))];
};

/** The row of the next stage header below `row`, or the one above it. */
export const stepStage = (rows: readonly Row[], row: number, step: 1 | -1): number | undefined => {
  for (let index = row + step; index >= 0 && index < rows.length; index += step) {
    if (rows[index]?.kind === 'stage') return index;
  }
  return undefined;
};

/**
 * The header and first turn of the next stage, or of the one before. From the first turn of a stage upwards its own
 * header counts as where one is, so that going up never ends at the same turn; a stage without turns is stepped over.
 */
export const stepStageTurn = (
  rows: readonly Row[],
  places: readonly TurnPlace[],
  from: { readonly row: number; readonly key: string | null },
  step: 1 | -1,
): { readonly header: number; readonly key: string } | undefined => {
  let header = stepStage(rows, from.row, step);
  while (header !== undefined) {
    const end = stepStage(rows, header, 1) ?? rows.length;
    const first = places.find(({ row }) => row > (header ?? 0) && row < end);
    if (first !== undefined && first.key !== from.key) return { header, key: first.key };
    header = stepStage(rows, header, step);
  }
  return undefined;
};

/** Draws a row again only when something it shows has changed. */
export const sameRow = (a: Row, b: Row): boolean => {
  if (a === b) return true;
  if (a.kind !== b.kind || a.key !== b.key) return false;
  switch (a.kind) {
    case 'turn':
      return b.kind === 'turn' && sameEntry(a.entry, b.entry);
    case 'abreast':
      return (
        b.kind === 'abreast' &&
        a.entries.length === b.entries.length &&
        a.entries.every((entry, index) => sameEntry(entry, b.entries[index]))
      );
    case 'stage':
      return b.kind === 'stage' && a.convergence.length === b.convergence.length;
    case 'tally':
      return (
        b.kind === 'tally' && a.vote.casts.length === b.vote.casts.length && a.vote.tally === b.vote.tally
      );
    case 'notice':
    case 'end':
      return true;
  }
};

export const sameEntry = (a: TurnEntry, b: TurnEntry | undefined): boolean => {
  if (b === undefined || a.kind !== b.kind) return false;
  if (a.kind === 'finished') return b.kind === 'finished' && a.header === b.header;
  if (a.kind === 'incomplete') return b.kind === 'incomplete' && a.turn === b.turn;
  return (
    b.kind === 'running' &&
    a.taskId === b.taskId &&
    a.waits === b.waits &&
    a.running.call?.call_id === b.running.call?.call_id &&
    a.running.failures.length === b.running.failures.length
  );
};

import {
  type ConvergenceView,
  entryKey,
  type Row,
  type StageView,
  type TurnEntry,
  turnKindWord,
} from '../../../state/index.ts';

export type OutlineLine =
  | {
      readonly kind: 'stage';
      readonly row: number;
      readonly stage: StageView;
      readonly convergence: readonly ConvergenceView[];
    }
  | {
      readonly kind: 'turn';
      readonly row: number;
      readonly key: string;
      readonly agent: string;
      readonly word: string;
      readonly pinned: boolean;
    };

/** The transcript without its texts. */
export const outlineLines = (rows: readonly Row[], pins: readonly string[]): readonly OutlineLine[] =>
  rows.flatMap((row, index): readonly OutlineLine[] => {
    if (row.kind === 'stage')
      return [{ kind: 'stage', row: index, stage: row.stage, convergence: row.convergence }];
    if (row.kind === 'turn') return [turnLine(row.entry, index, pins)];
    if (row.kind === 'abreast') return row.entries.map((entry) => turnLine(entry, index, pins));
    return [];
  });

const turnLine = (entry: TurnEntry, row: number, pins: readonly string[]): OutlineLine => {
  const key = entryKey(entry);
  return { kind: 'turn', row, key, agent: entry.agent, word: wordOf(entry), pinned: pins.includes(key) };
};

const wordOf = (entry: TurnEntry): string => {
  if (entry.kind === 'finished') return turnKindWord(entry.header.kind);
  return entry.kind === 'running' ? 'speaking' : 'incomplete';
};

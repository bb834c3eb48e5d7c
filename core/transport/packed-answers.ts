import type { ProcedureName, SessionSnapshot } from '../contract/index.ts';
import { columnsOf, rowsOf } from './columns.ts';

interface Packing {
  readonly pack: (answer: never) => unknown;
  readonly unpack: (packed: never) => unknown;
}

/**
 * Answers that hold thousands of rows, in another form between our own carriers' two ends: the rows as columns in
 * one text. The library looks at every value on its way; for the headers of 10,000 turns that took longer than to
 * make them. REST gives the answers as they are.
 */
const packings: Partial<Readonly<Record<ProcedureName, Packing>>> = {
  'sessions.snapshot': {
    pack: ({ turns, ...rest }: SessionSnapshot) => ({ ...rest, turns: JSON.stringify(columnsOf(turns)) }),
    unpack: ({ turns, ...rest }: { readonly turns: string }) => ({
      ...rest,
      turns: rowsOf(JSON.parse(turns)),
    }),
  },
};

export const packAnswer = (name: ProcedureName, answer: unknown): unknown =>
  packings[name]?.pack(answer as never) ?? answer;

export const unpackAnswer = (name: string, packed: unknown): unknown =>
  packings[name as ProcedureName]?.unpack(packed as never) ?? packed;

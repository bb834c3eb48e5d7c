import type { Turn } from '../../../../core/contract/index.ts';

const PAGE = 500;

interface FindStep {
  /** Ids of the turns that hold the words, in order of completion. */
  readonly matches: readonly string[];
  /** 0 to 1. */
  readonly progress: number;
}

/** Reads all turns a page at a time and tells after each what was found so far. Capitals do not matter. */
export async function* findInTurns(
  load: (after: number, limit: number) => Promise<readonly Turn[]>,
  total: number,
  words: string,
): AsyncGenerator<FindStep, void, undefined> {
  const wanted = words.toLowerCase();
  let matches: readonly string[] = [];
  for (let after = 0; after < total; after += PAGE) {
    const turns = await load(after, PAGE);
    const found = turns.filter((turn) => turn.output.content.toLowerCase().includes(wanted));
    matches = [...matches, ...found.map((turn) => turn.task_id)];
    yield { matches, progress: Math.min(1, (after + PAGE) / total) };
  }
  if (total === 0) yield { matches: [], progress: 1 };
}

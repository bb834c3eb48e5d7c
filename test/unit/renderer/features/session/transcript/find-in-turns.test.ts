import { describe, expect, it } from 'vitest';
import type { Turn } from '../../../../../../core/contract/index.ts';
import { findInTurns } from '../../../../../../renderer/features/session/transcript/find-in-turns.ts';

const turns = Array.from(
  { length: 1200 },
  (_, index) =>
    ({ task_id: `t${index}`, output: { content: index % 400 === 7 ? 'Three VOTERS' : 'none' } }) as Turn,
);
const load = async (after: number, limit: number) => turns.slice(after, after + limit);

const all = async <T>(steps: AsyncIterable<T>): Promise<readonly T[]> => {
  const list: T[] = [];
  for await (const step of steps) list.push(step);
  return list;
};

describe('findInTurns', () => {
  it('finds in all pages, whatever the capitals, and tells how far it is', async () => {
    const steps = await all(findInTurns(load, turns.length, 'voters'));
    expect(steps.map((step) => [step.matches.length, Number(step.progress.toFixed(2))])).toEqual([
      [2, 0.42],
      [3, 0.83],
      [3, 1],
    ]);
    expect(steps.at(-1)?.matches).toEqual(['t7', 't407', 't807']);
  });

  it('ends at once where there is nothing to read', async () => {
    expect(await all(findInTurns(load, 0, 'voters'))).toEqual([{ matches: [], progress: 1 }]);
  });
});

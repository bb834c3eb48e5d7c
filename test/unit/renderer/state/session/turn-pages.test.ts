import { describe, expect, it } from 'vitest';
import type { Turn } from '../../../../../core/contract/index.ts';
import { createTurnPages } from '../../../../../renderer/state/session/turn-pages.ts';

const turnAt = (index: number) => ({ task_id: `task-${index}` }) as Turn;
const settled = () => new Promise((resolve) => setImmediate(resolve));

const pagesOf = (count: number) => {
  const asked: number[] = [];
  const errors: unknown[] = [];
  const pages = createTurnPages(
    async (after, limit) => {
      asked.push(after);
      return Array.from({ length: Math.max(0, Math.min(limit, count - after)) }, (_, place) =>
        turnAt(after + place),
      );
    },
    (error) => errors.push(error),
  );
  return { pages, asked, errors };
};

describe('createTurnPages', () => {
  it('fetches the pages in view once, and tells', async () => {
    const { pages, asked } = pagesOf(10_000);
    let heard = 0;
    pages.subscribe(() => {
      heard += 1;
    });
    pages.want(40, 60, 10_000);
    pages.want(41, 61, 10_000);
    await settled();
    expect(asked).toEqual([0, 50]);
    expect(heard).toBe(2);
    expect(pages.get(60)?.task_id).toBe('task-60');
    pages.want(40, 60, 10_000);
    await settled();
    expect(asked).toEqual([0, 50]);
  });

  it('asks for nothing behind the end', async () => {
    const { pages, asked } = pagesOf(3);
    pages.want(0, 20, 3);
    pages.want(0, 20, 0);
    await settled();
    expect(asked).toEqual([0]);
    expect(pages.get(3)).toBeUndefined();
  });

  it('takes a turn that has just ended, and fetches only what it does not have', async () => {
    const { pages, asked } = pagesOf(50);
    pages.put(7, turnAt(7));
    pages.want(7, 7, 8);
    await settled();
    expect(asked).toEqual([]);
    pages.want(0, 7, 8);
    await settled();
    expect(asked).toEqual([0]);
    expect(pages.get(3)?.task_id).toBe('task-3');
  });

  it('forgets what was looked at longest ago', async () => {
    const { pages } = pagesOf(10_000);
    for (let index = 0; index < 10_000; index += 50) pages.want(index, index, 10_000);
    await settled();
    expect(pages.get(0)).toBeUndefined();
    expect(pages.get(9_999)?.task_id).toBe('task-9999');
  });

  it('says what failed and tries again when asked again', async () => {
    const errors: unknown[] = [];
    let tries = 0;
    const pages = createTurnPages(
      async () => {
        tries += 1;
        if (tries === 1) throw new Error('gone');
        return [turnAt(0)];
      },
      (error) => errors.push(error),
    );
    pages.want(0, 0, 1);
    await settled();
    expect(errors).toHaveLength(1);
    pages.want(0, 0, 1);
    await settled();
    expect(pages.get(0)?.task_id).toBe('task-0');
  });
});

import { describe, expect, it } from 'vitest';
import type { RunEvent } from '../../../../../../core/contract/index.ts';
import { createEventPages } from '../../../../../../renderer/features/session/inspector/event-pages.ts';

const settled = () => new Promise((resolve) => setImmediate(resolve));

const logOf = (length: () => number) => {
  const asked: number[] = [];
  const pages = createEventPages(async (after, limit) => {
    asked.push(after);
    return Array.from({ length: Math.max(0, Math.min(limit, length() - after)) }, (_, index) => ({
      seq: after + index + 1,
    })) as unknown as RunEvent[];
  });
  return { asked, pages };
};

describe('createEventPages', () => {
  it('fetches each stretch once and tells when it is here', async () => {
    const { asked, pages } = logOf(() => 250);
    let heard = 0;
    pages.subscribe(() => {
      heard += 1;
    });
    pages.want(90, 120, 250);
    await settled();
    expect(asked).toEqual([0, 100]);
    expect([pages.get(100)?.seq, pages.get(101)?.seq, pages.get(201)]).toEqual([100, 101, undefined]);
    expect([heard, pages.version()]).toEqual([2, 2]);
    pages.want(90, 120, 250);
    await settled();
    expect(asked).toEqual([0, 100]);
  });

  it('fetches a stretch again when the log has grown into it', async () => {
    let length = 10;
    const { asked, pages } = logOf(() => length);
    pages.want(1, 30, length);
    await settled();
    length = 20;
    pages.want(1, 30, length);
    await settled();
    expect(asked).toEqual([0, 0]);
    expect(pages.get(20)?.seq).toBe(20);
  });

  it('stays empty where nothing could be read, and asks again', async () => {
    let tries = 0;
    const pages = createEventPages(async () => {
      tries += 1;
      throw new Error('gone');
    });
    pages.want(1, 5, 5);
    await settled();
    pages.want(1, 5, 5);
    await settled();
    expect(tries).toBe(2);
    expect(pages.get(1)).toBeUndefined();
  });
});

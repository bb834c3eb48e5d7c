import { describe, expect, it } from 'vitest';
import type { StreamPart } from '../../../../core/providers/chat-model.ts';
import { type PartSource, partStream } from '../../../../core/providers/part-stream.ts';

const text = (word: string): StreamPart => ({ kind: 'text-delta', text: word });

/** A stream over lists of numbers: each number becomes so many parts; `log` says what was done to it. */
const over = (lists: readonly (readonly number[])[], changes: Partial<PartSource<number>> = {}) => {
  const log: string[] = [];
  const left = [...lists];
  const source: PartSource<number> = {
    events: {
      next: async () => {
        const value = left.shift();
        return value === undefined ? { done: true, value: undefined } : { done: false, value };
      },
      return: async () => {
        log.push('left');
        return { done: true, value: undefined };
      },
    },
    read: (count) => Array.from({ length: count }, (_, index) => text(`${count}.${index}`)),
    end: ({ eventCount, thrown }) => {
      log.push(`end after ${eventCount}`);
      return { parts: [text('last')], failure: thrown };
    },
    ...changes,
  };
  const stream = partStream(
    async () => {
      log.push('begun');
      return source;
    },
    (thrown) => new Error(`explained: ${thrown}`),
    () => log.push('closed'),
  );
  return { stream, log };
};

const collect = async (stream: AsyncIterable<StreamPart>) => {
  const words: string[] = [];
  try {
    for await (const part of stream) if (part.kind === 'text-delta') words.push(part.text);
    return { words, thrown: null };
  } catch (thrown) {
    return { words, thrown: String(thrown) };
  }
};

describe('partStream', () => {
  it('gives none, one or many parts an event, in order, and closes once', async () => {
    const { stream, log } = over([[0], [1, 3], [], [0, 0], [2]]);
    expect(log).toEqual([]);
    expect(await collect(stream)).toEqual({
      words: ['1.0', '3.0', '3.1', '3.2', '2.0', '2.1', 'last'],
      thrown: null,
    });
    expect(log).toEqual(['begun', 'end after 6', 'closed']);
    expect(await stream.next()).toEqual({ done: true, value: undefined });
    expect(log).toHaveLength(3);
  });

  it('gives the last parts of a stream that fails before it throws', async () => {
    const events = { next: async () => Promise.reject('broken') };
    const { stream, log } = over([], { events });
    expect(await collect(stream)).toEqual({ words: ['last'], thrown: 'Error: explained: broken' });
    expect(log).toEqual(['begun', 'end after 0', 'closed']);
    expect(await stream.next()).toMatchObject({ done: true });
  });

  it('leaves the events when one cannot be read', async () => {
    const read = (count: number) => {
      if (count === 1) throw new Error('unreadable');
      return [text('before')];
    };
    const { stream, log } = over([[2, 1, 1], [1]], { read });
    expect(await collect(stream)).toEqual({
      words: ['before', 'last'],
      thrown: 'Error: explained: Error: unreadable',
    });
    expect(log).toEqual(['begun', 'left', 'end after 2', 'closed']);
  });

  it('closes when the reader leaves early, in the middle of an event too', async () => {
    const { stream, log } = over([[3, 1]]);
    for await (const part of stream) if (part.kind === 'text-delta' && part.text === '3.1') break;
    expect(log).toEqual(['begun', 'left', 'closed']);
    expect(await stream.next()).toMatchObject({ done: true });
  });

  it('explains what could not be begun or ended', async () => {
    const closed: string[] = [];
    const stream = partStream(
      () => Promise.reject('no key'),
      (thrown) => new Error(`explained: ${thrown}`),
      () => closed.push('closed'),
    );
    expect((await collect(stream)).thrown).toBe('Error: explained: no key');
    expect(closed).toEqual(['closed']);
    const end = (): never => {
      throw new Error('empty');
    };
    const { stream: empty, log } = over([], { end });
    expect((await collect(empty)).thrown).toBe('Error: explained: Error: empty');
    expect(log).toEqual(['begun', 'closed']);
  });

  it('reads a long stream without building up a stack', async () => {
    const { stream } = over([...Array.from({ length: 50_000 }, () => [0]), Array(50_000).fill(0), [1]]);
    expect((await collect(stream)).words).toEqual(['1.0', 'last']);
  });
});

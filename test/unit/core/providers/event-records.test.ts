import { describe, expect, it } from 'vitest';
import { type EventLanguage, eventRecords } from '../../../../core/providers/event-records.ts';

const language: EventLanguage = {
  isEnd: ({ data }) => data === 'end',
  read: ({ name, data }) => (name === 'ping' ? undefined : JSON.parse(data)),
};

/** A body of these pieces; `log` says when it was left before its end. */
const run = async (pieces: readonly (string | Uint8Array)[]) => {
  const log: string[] = [];
  const left = [...pieces];
  const body = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      const piece = left.shift();
      if (piece === undefined) controller.close();
      else controller.enqueue(typeof piece === 'string' ? new TextEncoder().encode(piece) : piece);
    },
    cancel: () => {
      log.push('left');
    },
  });
  const lists: (readonly unknown[])[] = [];
  let thrown: unknown = null;
  try {
    for await (const list of eventRecords(new Response(body), language)) lists.push(list);
  } catch (error) {
    thrown = error;
  }
  return { lists, thrown, log };
};

describe('eventRecords', () => {
  it('gives together what has come together, and no empty lists', async () => {
    const pieces = ['data: 1\n\ndata: 2\n\nda', 'ta: 3', '\n\n', 'event: ping\ndata: 0\n\n'];
    expect(await run(pieces)).toEqual({ lists: [[1, 2], [3]], thrown: null, log: [] });
  });

  it('reads characters whose bytes come apart, and takes a byte order mark away', async () => {
    const bytes = new TextEncoder().encode('\ufeffdata: "🙂"\n\n');
    const pieces = Array.from(bytes, (byte) => Uint8Array.of(byte));
    expect((await run(pieces)).lists).toEqual([['🙂']]);
  });

  it('gives what stands before an event that cannot be read, then throws and leaves', async () => {
    const { lists, thrown, log } = await run(['data: 1\n\ndata: {\n\ndata: 2\n\n', 'data: 3\n\n']);
    expect(lists).toEqual([[1]]);
    expect(thrown).toBeInstanceOf(SyntaxError);
    expect(log).toEqual(['left']);
  });

  it('ends with the event that closes the stream', async () => {
    const { lists, thrown, log } = await run(['data: 1\n\ndata: end\n\ndata: {\n\n', 'data: 3\n\n']);
    expect({ lists, thrown, log }).toEqual({ lists: [[1]], thrown: null, log: ['left'] });
  });

  it('gives nothing for an answer without a body', async () => {
    const iterator = eventRecords(new Response(null, { status: 204 }), language);
    expect(await iterator.next()).toMatchObject({ done: true });
  });
});

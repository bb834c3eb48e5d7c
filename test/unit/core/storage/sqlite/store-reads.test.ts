import { describe, expect, it } from 'vitest';
import { realEffects } from '../../../../../core/effects/index.ts';
import type { ReadBatch } from '../../../../../core/storage/sqlite/reader/read-events.ts';
import type { ReaderRequest } from '../../../../../core/storage/sqlite/reader/reader-messages.ts';
import type { ReaderClient } from '../../../../../core/storage/sqlite/reader-client.ts';
import { storeReads } from '../../../../../core/storage/sqlite/store-reads.ts';
import type { WriterClient } from '../../../../../core/storage/sqlite/writer-client.ts';
import { sessionIdOf } from '../../../../conformance/event-store/sample-drafts.ts';

const id = sessionIdOf(1);

/** A reader with a session of so many events, two in a message; a writer that fails to refresh. */
const open = (events: number, answer?: (request: ReaderRequest) => unknown) => {
  const asked: ReaderRequest[] = [];
  const read = (after: number): ReadBatch => {
    const seqs = [after + 1, after + 2].filter((seq) => seq <= events);
    return {
      rows: seqs.flatMap((seq) => [seq, 'settings-changed', 1, 5, '{"changes":{}}', 'p', 'h']),
      through: seqs.at(-1) ?? after,
      end: after + 2 >= events,
    };
  };
  const reader: ReaderClient = {
    ask: async <T>(request: ReaderRequest) => {
      asked.push(request);
      return (request.kind === 'read' ? read(request.after) : answer?.(request)) as T;
    },
    close: () => Promise.resolve(),
  };
  const writer: WriterClient = {
    submit: () => {},
    stream: () => undefined,
    request: () => Promise.reject(new Error('the disk is full')),
    onForeign: () => {},
    commits: 0,
    close: () => Promise.resolve(),
  };
  return { reads: storeReads(writer, reader, realEffects.clock), asked };
};

describe('storeReads', () => {
  it('asks for the next events while the last ones are looked at, one message ahead', async () => {
    const { reads, asked } = open(7);
    const batches = reads.read(id)[Symbol.asyncIterator]();
    const first = await batches.next();
    expect(first.value.map(({ seq }: { seq: number }) => seq)).toEqual([1, 2]);
    expect(asked).toHaveLength(2);
    const seqs: number[] = [];
    for (let next = await batches.next(); !next.done; next = await batches.next()) {
      seqs.push(...next.value.map(({ seq }) => seq));
    }
    expect(seqs).toEqual([3, 4, 5, 6, 7]);
    expect(asked).toHaveLength(4);
  });

  it('gives events their stream and their parsed data', async () => {
    const { reads } = open(1);
    for await (const events of reads.read(id)) {
      expect(events).toEqual([
        {
          seq: 1,
          session_id: id,
          type: 'settings-changed',
          version: 1,
          at: 5,
          data: { changes: {} },
          prev: 'p',
          hash: 'h',
        },
      ]);
    }
  });

  it('stops at the limit', async () => {
    const { reads, asked } = open(100);
    const seqs: number[] = [];
    for await (const events of reads.read(id, { after: 10, limit: 4 }))
      seqs.push(...events.map(({ seq }) => seq));
    expect(seqs).toEqual([11, 12, 13, 14]);
    expect(asked).toHaveLength(2);
  });

  it('answers with what is there when the projections cannot be brought up to date', async () => {
    const { reads } = open(0, ({ kind }) => (kind === 'interrupted' ? [] : undefined));
    expect(await reads.interrupted()).toEqual([]);
    expect(await reads.session(id)).toBeUndefined();
  });

  it('asks for turns in pages of a bounded size', async () => {
    const sizes: number[] = [];
    const { reads } = open(0, (request) => {
      if (request.kind !== 'turns') return undefined;
      sizes.push(request.limit);
      const looked = Math.min(request.limit, Math.max(0, 230 - request.after));
      return { texts: Array.from({ length: looked }, () => '{}'), looked, total: 230 };
    });
    expect(await reads.turns(id, 0, 1_000)).toMatchObject({ total: 230, items: { length: 230 } });
    expect(Math.max(...sizes)).toBeLessThanOrEqual(100);
    expect((await reads.turns(id, 200, 20)).items).toHaveLength(20);
  });

  it('does not call a session unknown that could not be folded', async () => {
    const { reads } = open(1, ({ kind }) => (kind === 'head' ? { count: 1, hash: 'h' } : undefined));
    await expect(reads.session(id)).rejects.toThrow('the disk is full');
    expect(await open(0).reads.session(id)).toBeUndefined();
  });
});

import type { ClientLink } from '@orpc/client';
import { describe, expect, it } from 'vitest';
import { messagesOf, rpcCalls, rpcClient } from '../../../../core/transport/rpc-client.ts';
import { STREAM_END } from '../../../../core/transport/stream-protocol.ts';

async function* batches(last: unknown): AsyncGenerator<readonly number[], unknown> {
  yield [1, 2];
  yield [3];
  return last;
}

const signal = new AbortController().signal;

describe('rpcClient', () => {
  it('calls procedures by their full name', async () => {
    const asked: unknown[] = [];
    const link: ClientLink<Record<never, never>> = {
      call: async (path, input) => {
        asked.push([path, input]);
        return 'answer';
      },
    };
    const client = rpcClient(rpcCalls(link), () => batches(STREAM_END));
    expect(await client['agents.list']({})).toBe('answer');
    expect(asked).toEqual([[['agents.list'], {}]]);
    expect(client['agents.list']).toBe(client['agents.list']);
  });

  it('is no promise by accident', async () => {
    const client = rpcClient(
      () => async () => 'answer',
      () => batches(STREAM_END),
    );
    expect(await client).toBe(client);
  });
});

describe('messagesOf', () => {
  it('gives single messages and tells of each consumed batch', async () => {
    const log: unknown[] = [];
    const hooks = { opened: () => log.push('opened'), consumed: () => log.push('consumed') };
    for await (const message of messagesOf(async () => batches(STREAM_END), {}, signal, hooks))
      log.push(message);
    expect(log).toEqual(['opened', 1, 2, 'consumed', 3, 'consumed']);
  });

  it('fails when the stream stops without its last word', async () => {
    const read = async () => {
      for await (const _message of messagesOf(async () => batches(undefined), {}, signal, {}));
    };
    await expect(read()).rejects.toThrow('cut');
  });

  it('closes the stream when the reader leaves', async () => {
    let closed = false;
    const open = async () =>
      (async function* () {
        try {
          yield [1, 2];
        } finally {
          closed = true;
        }
      })();
    for await (const _message of messagesOf(open, {}, signal, {})) break;
    expect(closed).toBe(true);
  });
});

import { describe, expect, it } from 'vitest';
import { AgentNetError, type CoreApi } from '../../../../core/contract/index.ts';
import { openStream } from '../../../../core/transport/open-stream.ts';

const core = () => {
  const seen: { input?: unknown; signal?: AbortSignal } = {};
  const api = {
    'sessions.watch': (input: unknown, options: { signal: AbortSignal }) => {
      seen.input = input;
      seen.signal = options.signal;
      return (async function* () {
        yield { kind: 'caught-up', seq: 0 };
        await new Promise((_resolve, reject) =>
          options.signal.addEventListener('abort', () => reject(new Error('aborted')), { once: true }),
        );
      })();
    },
  } as unknown as CoreApi;
  return { api, seen };
};

describe('openStream', () => {
  it('parses the input before anything is opened', () => {
    const { api, seen } = core();
    expect(() => openStream(api, 'sessions.watch', { after: 1 })).toThrow(AgentNetError);
    expect(seen.signal).toBeUndefined();
    openStream(api, 'sessions.watch', { id: 'x', after: '7' });
    expect(seen.input).toEqual({ id: 'x', after: 7 });
  });

  it('aborts the core when the reader leaves, and calls that an end', async () => {
    const { api, seen } = core();
    const stream = openStream(api, 'sessions.watch', { id: 'x' });
    expect((await stream.next()).value).toEqual([{ kind: 'caught-up', seq: 0 }]);
    const waiting = stream.next();
    await stream.return();
    expect(seen.signal?.aborted).toBe(true);
    expect(await waiting).toEqual({ value: undefined, done: true });
  });

  it('ends when the signal of the carrier fires, before or after the start', async () => {
    const { api, seen } = core();
    const abort = new AbortController();
    const stream = openStream(api, 'sessions.watch', { id: 'x' }, abort.signal);
    await stream.next();
    const waiting = stream.next();
    abort.abort();
    expect((await waiting).done).toBe(true);
    expect(seen.signal?.aborted).toBe(true);
    const late = openStream(api, 'sessions.watch', { id: 'x' }, abort.signal);
    expect((await late.next()).done).toBe(true);
  });
});

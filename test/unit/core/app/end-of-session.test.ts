import { describe, expect, it } from 'vitest';
import { endOfSession } from '../../../../core/app/end-of-session.ts';
import { type SessionEnded, sessionId } from '../../../../core/contract/index.ts';

const ID = sessionId.parse('0b1291e2-05e8-42ef-b7c0-7bd62f0f0a01');
const ENDED = { session_id: ID as string, outcome: 'completed' } as SessionEnded;

/** A session that ends when it is told to, and keeps why it was given up. */
const running = () => {
  const reasons: string[] = [];
  const end = Promise.withResolvers<SessionEnded>();
  const run = {
    interrupt: async (reason: string) => {
      reasons.push(reason);
      end.reject(new Error(reason));
    },
  };
  const live = { get: () => run as never, whenEnded: () => end.promise };
  return { live, end, reasons };
};

describe('endOfSession', () => {
  it('gives the end of the session', async () => {
    const { live, end, reasons } = running();
    const signal = new AbortController();
    const ended = endOfSession(live, ID, signal.signal);
    end.resolve(ENDED);
    expect(await ended).toBe(ENDED);
    signal.abort();
    expect(reasons).toEqual([]);
  });

  it('gives the session up when the caller goes away', async () => {
    const { live, reasons } = running();
    const signal = new AbortController();
    const ended = endOfSession(live, ID, signal.signal);
    signal.abort();
    await expect(ended).rejects.toThrow('the caller went away');
    expect(reasons).toHaveLength(1);
  });

  it('gives it up when the caller had gone before the session was recorded', async () => {
    const { live, reasons } = running();
    await expect(endOfSession(live, ID, AbortSignal.abort())).rejects.toThrow('the caller went away');
    expect(reasons).toHaveLength(1);
  });
});

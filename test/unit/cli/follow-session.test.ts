import { describe, expect, it } from 'vitest';
import { followSession } from '../../../cli/follow-session.ts';
import type { Core } from '../../../core/app/index.ts';
import { AgentNetError } from '../../../core/contract/index.ts';

const event = (seq: number, type = 'turn-started', data = {}) => ({
  kind: 'event',
  event: { seq, type, data },
});

/** A core whose one session says what it is told to, then is silent until it is given up. */
const core = (messages: readonly unknown[], ended: Promise<unknown>): Core =>
  ({
    whenEnded: () => ended,
    api: {
      'sessions.watch': async function* (input: { after: number }, { signal }: { signal: AbortSignal }) {
        expect(input).toEqual({ id: 'x', after: 4 });
        yield* messages;
        await new Promise<void>((resolve) =>
          signal.addEventListener('abort', () => resolve(), { once: true }),
        );
      },
    },
  }) as unknown as Core;

const follow = (of: Core) => {
  const seen: unknown[] = [];
  const code = followSession(of, 'x', 4, async (message) => {
    seen.push(message);
  });
  return { code, seen };
};

describe('followSession', () => {
  it('shows everything and gives the exit code of the end', async () => {
    const messages = [event(5), event(6, 'session-ended', { exit_code: 4 })];
    const { code, seen } = follow(core(messages, new Promise(() => undefined)));
    expect(await code).toBe(4);
    expect(seen).toEqual(messages);
  });

  it('tells how to go on with a session that was given up, after its last events', async () => {
    const given = new AgentNetError('session/interrupted', 'The session was interrupted (SIGINT).');
    const { code, seen } = follow(core([event(5), event(6, 'session-interrupted')], Promise.reject(given)));
    await expect(code).rejects.toMatchObject({
      code: 'session/interrupted',
      message: 'The session was interrupted (SIGINT).',
      remedy: 'Go on with `agentnet resume x`.',
      where: { session_id: 'x' },
    });
    expect(seen).toHaveLength(2);
  });

  it('passes on why a session could not go on', async () => {
    const full = new AgentNetError('storage/full', 'The disk is full.');
    await expect(follow(core([], Promise.reject(full))).code).rejects.toBe(full);
  });
});

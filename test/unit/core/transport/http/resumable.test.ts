import { describe, expect, it } from 'vitest';
import { AgentNetError } from '../../../../../core/contract/index.ts';
import { fakeEffects } from '../../../../../core/effects/index.ts';
import { resumable } from '../../../../../core/transport/http/resumable.ts';

const event = (seq: number) => ({ kind: 'event', event: { seq } });
const signal = new AbortController().signal;

/** Opens one scripted stream after another; `cut` breaks the connection. */
const script = (...streams: (readonly unknown[])[]) => {
  const opened: unknown[] = [];
  const open = async function* (input: unknown, answered: () => void) {
    opened.push(input);
    const messages = streams.shift() ?? ['refused'];
    if (messages[0] === 'refused') throw new TypeError('fetch failed');
    answered();
    for (const message of messages) {
      if (message === 'cut') throw new Error('The stream was cut.');
      if (message instanceof Error) throw message;
      yield message;
    }
  };
  return { open, opened };
};

const read = (stream: AsyncIterable<unknown>) => {
  const messages: unknown[] = [];
  const done = (async () => {
    for await (const message of stream) messages.push(message);
  })().catch((error: unknown) => error);
  return { messages, done };
};

describe('resumable', () => {
  it('goes on after the last event it has seen', async () => {
    const effects = fakeEffects();
    const connection: string[] = [];
    const { open, opened } = script(
      [event(4), event(5), { kind: 'signal' }, 'cut'],
      ['refused'],
      ['refused'],
      [event(6)],
    );
    const { messages, done } = read(
      resumable('sessions.watch', { id: 'x', after: 3 }, open, signal, {
        clock: effects.clock,
        onConnection: (state) => connection.push(state),
      }),
    );
    await effects.advance(60_000);
    expect(await done).toBeUndefined();
    expect(messages).toEqual([event(4), event(5), { kind: 'signal' }, event(6)]);
    expect(opened).toEqual([
      { id: 'x', after: 3 },
      { id: 'x', after: 5 },
      { id: 'x', after: 5 },
      { id: 'x', after: 5 },
    ]);
    expect(connection).toEqual(['lost', 'connected']);
    expect(effects.pendingTimers()).toBe(0);
  });

  it('begins a stream without places anew', async () => {
    const effects = fakeEffects();
    const { open, opened } = script(['a', 'cut'], ['b']);
    const { messages, done } = read(
      resumable('sessions.changes', {}, open, signal, { clock: effects.clock }),
    );
    await effects.advance(1_000);
    await done;
    expect(messages).toEqual(['a', 'b']);
    expect(opened).toEqual([{}, {}]);
  });

  it('gives up when nothing answers for a minute', async () => {
    const effects = fakeEffects();
    const { open, opened } = script();
    const { done } = read(resumable('sessions.watch', { id: 'x' }, open, signal, { clock: effects.clock }));
    await effects.advance(70_000);
    expect(await done).toMatchObject({ code: 'host/unreachable' });
    expect(opened.length).toBeGreaterThan(10);
    expect(effects.pendingTimers()).toBe(0);
  });

  it('does not repeat what the core refuses', async () => {
    const effects = fakeEffects();
    const refusal = new AgentNetError('input/unknown-session', 'none');
    const { open, opened } = script([refusal], []);
    const { done } = read(resumable('sessions.watch', { id: 'x' }, open, signal, { clock: effects.clock }));
    expect(await done).toBe(refusal);
    expect(opened).toHaveLength(1);
  });

  it('stops trying when it is aborted', async () => {
    const effects = fakeEffects();
    const abort = new AbortController();
    const { open } = script();
    const { done } = read(
      resumable('sessions.watch', { id: 'x' }, open, abort.signal, { clock: effects.clock }),
    );
    await effects.advance(100);
    abort.abort();
    await done;
    expect(effects.pendingTimers()).toBe(0);
  });
});

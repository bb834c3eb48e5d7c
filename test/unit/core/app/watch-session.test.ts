import { describe, expect, it } from 'vitest';
import type { WatchMessage } from '../../../../core/contract/index.ts';
import { debate, openCore } from '../../../support/open-core.ts';

const collect = async (messages: AsyncIterable<unknown>): Promise<readonly WatchMessage[]> => {
  const all: WatchMessage[] = [];
  for await (const message of messages) all.push(message as WatchMessage);
  return all;
};

describe('a watched session', () => {
  it('gives every event once and in order, the mark in between, and ends with the session', async () => {
    const { api } = await openCore();
    await api['settings.set']({ stub: { latency_ms: 5 } });
    const { id } = await api['sessions.create'](debate());
    const messages = await collect(api['sessions.watch']({ id }));
    const seqs = messages.flatMap((message) => (message.kind === 'event' ? [message.event.seq] : []));
    expect(seqs).toEqual(seqs.map((_, index) => index + 1));
    expect(messages.filter((message) => message.kind === 'caught-up')).toHaveLength(1);
    const last = messages.filter((message) => message.kind === 'event').at(-1);
    expect(last?.event.type).toBe('session-ended');
    const again = await collect(api['sessions.watch']({ id, after: seqs.length - 3 }));
    expect(again.filter((message) => message.kind === 'event')).toHaveLength(3);
  });

  it('gives live text that joins to the text of the answer, also to somebody who comes late', async () => {
    const { api } = await openCore();
    await api['settings.set']({ stub: { latency_ms: 0, tokens_per_s: 400 } });
    const { id } = await api['sessions.create'](debate({ max_rounds: 1, agents: ['Athena', 'Apollo'] }));
    const texts = new Map<string, string>();
    const answers = new Map<string, string>();
    for await (const raw of api['sessions.watch']({ id })) {
      const message = raw as WatchMessage;
      if (message.kind === 'signal') {
        const { call_id, offset, text } = message.signal;
        expect((texts.get(call_id) ?? '').length).toBeGreaterThanOrEqual(offset);
        texts.set(call_id, (texts.get(call_id) ?? '').slice(0, offset) + text);
      }
      if (message.kind === 'event' && message.event.type === 'call-ended') {
        const { call_id, outcome } = message.event.data;
        if (outcome.kind === 'answered') answers.set(call_id, outcome.text);
      }
    }
    expect(answers.size).toBeGreaterThan(1);
    const watched = [...answers].filter(([callId]) => texts.has(callId));
    expect(watched.length).toBeGreaterThan(0);
    for (const [callId, text] of watched) expect(texts.get(callId)).toBe(text);
  });

  it('ends when its reader goes away, and leaves the session running', async () => {
    const { api, whenEnded } = await openCore();
    await api['settings.set']({ stub: { latency_ms: 60 } });
    const { id } = await api['sessions.create'](debate());
    const leave = new AbortController();
    let seen = 0;
    for await (const _message of api['sessions.watch']({ id }, { signal: leave.signal })) {
      seen += 1;
      if (seen === 2) leave.abort();
    }
    expect((await whenEnded(id)).exit_code).toBe(0);
    // Of what came in one piece with the second message the reader may see the rest.
    const { last_seq } = await api['sessions.events']({ id });
    expect(seen).toBeLessThan(last_seq);
  });

  it('refuses an id that names no session', async () => {
    const { api } = await openCore();
    const watching = collect(api['sessions.watch']({ id: 'nobody' }));
    await expect(watching).rejects.toMatchObject({ code: 'input/unknown-session', exitCode: 2 });
  });
});

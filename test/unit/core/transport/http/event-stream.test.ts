import { describe, expect, it } from 'vitest';
import { AgentNetError } from '../../../../../core/contract/index.ts';
import { type FakeEffects, fakeEffects } from '../../../../../core/effects/index.ts';
import { batched } from '../../../../../core/transport/batched.ts';
import {
  eventStreamResponse,
  type ServerSentEvent,
} from '../../../../../core/transport/http/event-stream.ts';

const respond = (source: AsyncIterable<ServerSentEvent>, effects: FakeEffects = fakeEffects()) =>
  eventStreamResponse(batched(source, 8), effects.clock, '/api/v1/x');

describe('eventStreamResponse', () => {
  it('writes one block a message, with its id', async () => {
    const effects = fakeEffects();
    const response = respond(
      (async function* () {
        yield { id: 1, data: { text: 'line\nbreak – ü' } };
        yield { data: [1] };
      })(),
      effects,
    );
    expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(await response.text()).toBe('id: 1\ndata: {"text":"line\\nbreak – ü"}\n\ndata: [1]\n\n');
    expect(effects.pendingTimers()).toBe(0);
  });

  it('breaks a long silence with comments, and goes on', async () => {
    const effects = fakeEffects();
    let speak = (): void => undefined;
    const response = respond(
      (async function* () {
        await new Promise<void>((resolve) => {
          speak = resolve;
        });
        yield { id: 7, data: 'at last' };
      })(),
      effects,
    );
    const text = response.text();
    await effects.advance(31_000);
    speak();
    expect(await text).toBe(': keep-alive\n\n: keep-alive\n\nid: 7\ndata: "at last"\n\n');
    expect(effects.pendingTimers()).toBe(0);
  });

  it('ends with a problem when the source fails', async () => {
    const response = respond(
      (async function* () {
        yield { id: 1, data: 1 };
        throw new AgentNetError('storage/corrupt', 'Event 2 cannot be read.');
      })(),
    );
    const [, problem] = (await response.text()).split('\n\n');
    expect(problem).toMatch(/^event: problem\ndata: /);
    expect(JSON.parse(problem?.split('data: ')[1] ?? '')).toMatchObject({
      code: 'storage/corrupt',
      instance: '/api/v1/x',
    });
  });

  it('frees the source and its timer when the reader leaves', async () => {
    const effects = fakeEffects();
    let freed = false;
    const response = respond(
      (async function* () {
        try {
          for (;;) yield { data: 1 };
        } finally {
          freed = true;
        }
      })(),
      effects,
    );
    const reader = response.body?.getReader();
    await reader?.read();
    await reader?.cancel();
    await effects.advance(0);
    expect(freed).toBe(true);
    expect(effects.pendingTimers()).toBe(0);
  });
});

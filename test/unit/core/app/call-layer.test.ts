import { describe, expect, it } from 'vitest';
import { type CallLayer, createCallLayer } from '../../../../core/app/call-layer.ts';
import { AgentNetError, type EventData } from '../../../../core/contract/index.ts';
import { fakeEffects } from '../../../../core/effects/index.ts';
import type { CallNoteDraft } from '../../../../core/orchestration/index.ts';
import {
  type ChatModel,
  defaultStubSettings,
  type ProviderSettings,
  type StreamPart,
} from '../../../../core/providers/index.ts';

const intent: EventData<'call-started'> = {
  call_id: '1.1',
  task_id: 't',
  attempt: 1,
  link: 0,
  provider: 'openai',
  model: 'openai/gpt-4o',
  messages: [{ role: 'user', content: 'Say something.' }],
  sections: [],
  short_term: [],
  style_insights: [],
  max_output_tokens: 100,
  temperature: null,
  seed: 1,
  reserved_tokens: 110,
  repeated: false,
};
const finish: StreamPart = {
  kind: 'finish',
  finishReason: { unified: 'stop', raw: 'stop' },
  usage: { input: 4, output: 2 },
  model: 'gpt',
  requestId: null,
  warnings: [],
};

/** A layer over a model that fails as often as the list says and then answers with the number of the call. */
const bench = (failures: readonly AgentNetError[] = []) => {
  const effects = fakeEffects();
  let sent = 0;
  const model = {
    stream: async function* () {
      sent += 1;
      const failure = failures[sent - 1];
      if (failure) throw failure;
      yield { kind: 'text-delta', text: `answer ${sent}` } as const;
      yield finish;
    },
  } as unknown as ChatModel;
  const settings = (): ProviderSettings => ({
    entries: {},
    environment: {},
    stub: defaultStubSettings,
    keyOf: async () => undefined,
  });
  let current = settings();
  const layer = createCallLayer({
    effects,
    settings: () => current,
    openModel: async () => model,
    countTokens: async () => 1,
  });
  const notes: CallNoteDraft[] = [];
  const ask = async (change: Partial<typeof intent> = {}, cacheMs: number | null = null) => {
    const around = {
      sessionId: 's',
      hasFallback: false,
      cacheMs,
      note: (draft: CallNoteDraft) => notes.push(draft),
    };
    const texts: string[] = [];
    let outcome: Awaited<ReturnType<CallLayer['ask']>> | undefined;
    const asking = layer
      .ask({ ...intent, ...change }, (text) => texts.push(text), new AbortController().signal, around)
      .then((found) => {
        outcome = found;
      });
    while (!outcome) await effects.advance(100);
    await asking;
    return { ...outcome, texts };
  };
  return {
    effects,
    ask,
    notes,
    sent: () => sent,
    change: () => {
      current = settings();
    },
  };
};

describe('the layer between intents and the wire', () => {
  it('tells of what it does as events of the call', async () => {
    const { ask, notes } = bench([
      new AgentNetError('provider/rate-limited', 'Slow down.', { data: { retry_after_ms: 700 } }),
    ]);
    expect(await ask()).toMatchObject({ kind: 'answered', text: 'answer 2' });
    expect(notes).toEqual([
      {
        type: 'cooldown-started',
        data: {
          call_id: '1.1',
          task_id: 't',
          account: 'openai',
          model: 'openai/gpt-4o',
          reason: 'rate-limited',
          for_ms: 700,
        },
      },
      {
        type: 'call-retried',
        data: {
          call_id: '1.1',
          task_id: 't',
          attempt: 1,
          model: 'openai/gpt-4o',
          error: { code: 'provider/rate-limited', message: 'Slow down.', retryable: true },
          wait_ms: 700,
        },
      },
    ]);
  });

  it('asks equal requests anew unless a session wants answers given again', async () => {
    const { ask, sent } = bench();
    await ask();
    await ask();
    expect(sent()).toBe(2);
    const first = await ask({}, 60_000);
    const again = await ask({ call_id: '2.1', task_id: 'u' }, 60_000);
    expect(sent()).toBe(3);
    expect(first).not.toHaveProperty('cached');
    expect(again).toMatchObject({ kind: 'answered', cached: true, text: 'answer 3', texts: ['answer 3'] });
  });

  it.each([
    { seed: 2 },
    { temperature: 0.1 },
    { max_output_tokens: 99 },
    { messages: [{ role: 'user' as const, content: 'Say something!' }] },
    { model: 'openai/gpt-4o-mini' },
    { tools: [{ name: 'look', description: '', input_schema: {} }] },
  ])('takes a request with %j for another one', async (change) => {
    const { ask, sent } = bench();
    await ask({}, 60_000);
    expect(await ask(change, 60_000)).not.toHaveProperty('cached');
    expect(sent()).toBe(2);
  });

  it('gives an answer again as long as it is young enough, and none that failed', async () => {
    const { ask, effects } = bench([new AgentNetError('provider/malformed', 'x')]);
    expect(await ask({}, 60_000)).toMatchObject({ kind: 'failed' });
    expect(await ask({}, 60_000)).not.toHaveProperty('cached');
    await effects.advance(60_000);
    expect(await ask({}, 60_000)).not.toHaveProperty('cached');
  });

  it('forgets answers and refused keys when the settings change', async () => {
    const { ask, change, sent } = bench([new AgentNetError('provider/auth', 'x', { data: { status: 401 } })]);
    expect(await ask()).toMatchObject({ kind: 'failed' });
    expect(await ask()).toMatchObject({ kind: 'failed', error: { code: 'provider/auth' } });
    expect(sent()).toBe(1);
    change();
    expect(await ask({}, 60_000)).toMatchObject({ kind: 'answered' });
    change();
    expect(await ask({}, 60_000)).not.toHaveProperty('cached');
  });
});

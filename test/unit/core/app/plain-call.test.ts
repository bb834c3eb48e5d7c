import { describe, expect, it } from 'vitest';
import { createCallLayer } from '../../../../core/app/call-layer.ts';
import { createPlainCalls } from '../../../../core/app/plain-call.ts';
import {
  AgentNetError,
  type EventDraft,
  type ModelPrice,
  type PlainCall,
  type RunEvent,
} from '../../../../core/contract/index.ts';
import { realEffects } from '../../../../core/effects/index.ts';
import type { BudgetAnswer, CallNeed, SessionBudgets } from '../../../../core/ledger/index.ts';
import {
  type ChatModel,
  defaultStubSettings,
  type Finish,
  type StreamPart,
} from '../../../../core/providers/index.ts';

const call: PlainCall = {
  id: 'q1',
  model: 'anthropic/claude-x',
  messages: [{ role: 'user', content: 'Hello' }],
  max_output_tokens: 100,
  seed: 0,
};
const finish = (change: Partial<Finish> = {}): StreamPart => ({
  kind: 'finish',
  finishReason: { unified: 'stop', raw: 'end_turn' },
  usage: { input: 1_000, output: 100, cached_read: 400 },
  model: 'claude',
  requestId: null,
  warnings: [{ code: 'seed', message: 'It takes no seed.' }],
  ...change,
});
/** Micro-USD per million tokens. */
const price: ModelPrice = {
  table: 'test@2026-01-01',
  input: 2_000_000,
  output: 10_000_000,
  cached_read: 1_000_000,
};

const askOnce = async (
  attempts: readonly (() => AsyncIterable<StreamPart>)[],
  {
    priced = null,
    standing = null,
    signal = new AbortController().signal,
    models,
    waits = false,
  }: {
    readonly models?: readonly string[];
    /** The budget says "wait" first. */
    readonly waits?: boolean;
    readonly priced?: ModelPrice | null;
    readonly standing?: Extract<BudgetAnswer, { kind: 'refused' | 'awaited' }>['standing'] | null;
    readonly signal?: AbortSignal;
  } = {},
) => {
  const settings = {
    entries: {},
    environment: {},
    stub: defaultStubSettings,
    keyOf: async () => undefined,
  };
  let sent = 0;
  const model = {
    stream: () => {
      sent += 1;
      return (attempts[Math.min(sent, attempts.length) - 1] as () => AsyncIterable<StreamPart>)();
    },
  } as unknown as ChatModel;
  const countTokens = async (text: string) => text.length;
  const drafts: EventDraft[] = [];
  const asked: CallNeed[] = [];
  const budgets = {
    reserve: async (need: CallNeed) => {
      asked.push(need);
      if (!standing) return { kind: 'granted' } as const;
      return { kind: waits ? 'awaited' : 'refused', standing } as const;
    },
    waitFor: async () => {
      return standing && !waits ? ({ kind: 'refused', standing } as const) : ({ kind: 'granted' } as const);
    },
  } as unknown as SessionBudgets;
  const { make } = createPlainCalls({
    effects: realEffects,
    store: {
      appendSystem: async (appended) => {
        drafts.push(...appended);
        return appended as unknown as readonly RunEvent[];
      },
    },
    calls: createCallLayer({
      effects: realEffects,
      settings: () => settings,
      openModel: async () => model,
      countTokens,
    }),
    settings: () => settings,
    priceOf: () => priced,
    countTokens,
    ledger: { forSession: () => budgets },
    rules: () => [],
  });
  const told: string[] = [];
  const texts: string[] = [];
  const answer = await make(
    { ...call, ...(models && { models: [...models] }) },
    (text) => texts.push(text),
    signal,
    ({ type }) => told.push(type),
  ).catch((error: unknown) => error);
  return { answer, asked, drafts, texts, told, types: drafts.map(({ type }) => type) };
};

describe('a plain call', () => {
  it('gives the whole answer, with usage as the provider counts and an unknown cost as null', async () => {
    const { answer, types, texts } = await askOnce([
      async function* () {
        yield { kind: 'reasoning-delta', text: 'hm' };
        yield { kind: 'text-delta', text: 'Hi' };
        yield { kind: 'tool-call', call: { id: 'c', name: 'look', arguments: '{}', complete: true } };
        yield finish();
      },
    ]);
    expect(answer).toEqual({
      id: 'q1',
      text: 'Hi',
      reasoning: 'hm',
      tool_calls: [{ id: 'c', name: 'look', arguments: '{}', complete: true }],
      usage: { input: 600, output: 100, cached_read: 400, cached_write: null, reasoning: null },
      finish_reason: { unified: 'stop', raw: 'end_turn' },
      complete: true,
      warnings: [{ code: 'seed', message: 'It takes no seed.' }],
      cost_usd: null,
      attempts: 1,
      error: null,
    });
    expect(types).toEqual(['call-started', 'call-ended', 'cost-recorded']);
    expect(texts).toEqual(['Hi']);
  });

  it('costs what the price table says, with the table on record', async () => {
    const { answer, drafts } = await askOnce(
      [
        async function* () {
          yield { kind: 'text-delta', text: 'Hi' };
          yield finish();
        },
      ],
      { priced: price },
    );
    expect(answer).toMatchObject({ cost_usd: 0.0026 });
    expect(drafts.at(-1)?.data).toMatchObject({ micro_usd: 2_600, price_table: 'test@2026-01-01' });
  });

  it('reserves its worst case, and is not made where that does not fit', async () => {
    const answering = async function* (): AsyncGenerator<StreamPart> {
      yield { kind: 'text-delta', text: 'Hi' };
      yield finish();
    };
    const granted = await askOnce([answering], { priced: price });
    expect(granted.asked).toMatchObject([{ tokens: 105, microUsd: 1_010, isFree: false }]);
    const standing = {
      scope: 'day',
      key: '2026-01-01',
      unit: 'usd',
      cap: 1_000,
      spent: 0,
      reserved: 0,
      needed: 1_004,
    } as const;
    const { answer, types } = await askOnce([answering], { priced: price, standing });
    expect(answer).toMatchObject({
      attempts: 0,
      cost_usd: 0,
      complete: false,
      error: { code: 'budget/exceeded', retryable: false },
    });
    expect(types).toEqual(['budget-refused']);
  });

  it('waits for room in a budget, and says so when it begins and in its answer', async () => {
    const standing = {
      scope: 'project',
      key: 'default',
      unit: 'tokens',
      cap: 1_000,
      spent: 0,
      reserved: 950,
      needed: 105,
    } as const;
    const { answer, types, told } = await askOnce(
      [
        async function* () {
          yield { kind: 'text-delta', text: 'Hi' };
          yield finish({ warnings: [] });
        },
      ],
      { standing, waits: true },
    );
    expect(types.slice(0, 3)).toEqual(['budget-awaited', 'budget-granted', 'call-started']);
    expect(told).toEqual(types);
    expect(answer).toMatchObject({
      text: 'Hi',
      warnings: [{ code: 'waited', message: expect.stringContaining('budget of the project default') }],
    });
  });

  it('asks the next model of its chain where one fails, and counts both', async () => {
    const { answer, drafts, types } = await askOnce(
      [
        async function* () {
          yield { kind: 'text-delta', text: 'half' };
          throw new AgentNetError('provider/cut', 'It was cut.');
        },
        async function* () {
          yield { kind: 'text-delta', text: 'Hi' };
          yield finish({ warnings: [] });
        },
      ],
      { priced: price, models: ['anthropic/claude-x', 'anthropic/claude-y', 'stub/echo'] },
    );
    expect(types).toEqual([
      'call-started',
      'call-ended',
      'cost-recorded',
      'call-started',
      'call-ended',
      'cost-recorded',
    ]);
    const starts = drafts.flatMap(({ type, data }) => (type === 'call-started' ? [data] : []));
    expect(starts.map(({ model, link, attempt }) => [model, link, attempt])).toEqual([
      ['anthropic/claude-x', 0, 1],
      ['anthropic/claude-y', 1, 2],
    ]);
    expect(starts[0]?.task_id).toBe(starts[1]?.task_id);
    expect(starts[0]?.call_id).not.toBe(starts[1]?.call_id);
    const costs = drafts.flatMap(({ type, data }) => (type === 'cost-recorded' ? [data.micro_usd ?? 0] : []));
    expect(answer).toMatchObject({
      text: 'Hi',
      complete: true,
      attempts: 2,
      cost_usd: costs.reduce((sum, cost) => sum + cost, 0) / 1e6,
      error: null,
      warnings: [{ code: 'fallback', message: expect.stringContaining('It was cut.') }],
    });
  });

  it('gives the last failure where no model of its chain answers', async () => {
    const failing = (code: 'provider/auth' | 'provider/not-found') =>
      async function* (): AsyncGenerator<StreamPart> {
        yield* [];
        throw new AgentNetError(code, 'x');
      };
    const { answer } = await askOnce([failing('provider/auth'), failing('provider/not-found')], {
      models: ['anthropic/claude-x', 'openai/gpt-x'],
    });
    expect(answer).toMatchObject({ attempts: 2, error: { code: 'provider/not-found' } });
  });

  it('is tried again, and says how often, in the stream of events too', async () => {
    const { answer, types } = await askOnce([
      async function* () {
        yield* [];
        throw new AgentNetError('provider/cut', 'x');
      },
      async function* () {
        yield { kind: 'text-delta', text: 'Hi' };
        yield finish();
      },
    ]);
    expect(answer).toMatchObject({ attempts: 2, error: null, text: 'Hi' });
    expect(types).toEqual(['call-started', 'call-retried', 'call-ended', 'cost-recorded']);
  });

  it('keeps what had come when it failed, and tells when it may be made again', async () => {
    const { answer, drafts } = await askOnce([
      async function* () {
        yield { kind: 'text-delta', text: 'half' };
        throw new AgentNetError('provider/rate-limited', 'x', { data: { retry_after_ms: 9 } });
      },
    ]);
    expect(answer).toMatchObject({
      text: 'half',
      complete: false,
      finish_reason: { unified: 'error', raw: null },
      usage: { input: null, output: null },
      attempts: 1,
      error: { code: 'provider/rate-limited', retryable: true, retry_after_ms: 9 },
    });
    expect(drafts.at(-1)).toMatchObject({
      type: 'cost-recorded',
      data: { estimated: true, micro_usd: null },
    });
  });

  it('costs nothing when it failed with nothing, whatever the price', async () => {
    const { answer, types } = await askOnce([
      async function* () {
        yield* [];
        throw new AgentNetError('provider/auth', 'x');
      },
    ]);
    expect(answer).toMatchObject({ cost_usd: 0, attempts: 1, error: { code: 'provider/auth' } });
    expect(types).not.toContain('cost-recorded');
  });

  it('calls an answer that a content filter ended an error, however much of it had come', async () => {
    const { answer } = await askOnce([
      async function* () {
        yield { kind: 'text-delta', text: 'I ' };
        yield finish({ finishReason: { unified: 'content-filter', raw: 'refusal' } });
      },
    ]);
    expect(answer).toMatchObject({ complete: true, error: { code: 'provider/content-filter' } });
  });

  it('ends with its outcome on record when it is given up', async () => {
    const abort = new AbortController();
    const { answer, drafts } = await askOnce(
      [
        async function* () {
          yield { kind: 'text-delta', text: 'half' };
          abort.abort('stopped');
          throw new AgentNetError('provider/aborted', 'x');
        },
      ],
      { signal: abort.signal },
    );
    expect(answer).toMatchObject({ code: 'session/interrupted' });
    expect(drafts.find(({ type }) => type === 'call-ended')?.data).toMatchObject({
      outcome: { kind: 'abandoned', partial_text: 'half' },
    });
  });
});

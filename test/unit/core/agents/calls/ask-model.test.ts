import { describe, expect, it } from 'vitest';
import { askModel } from '../../../../../core/agents/calls/ask-model.ts';
import { AgentNetError, type EventData } from '../../../../../core/contract/index.ts';
import { realEffects } from '../../../../../core/effects/index.ts';
import type { StreamPart } from '../../../../../core/providers/index.ts';

const intent: EventData<'call-started'> = {
  call_id: '1.1',
  task_id: 't',
  attempt: 1,
  link: 0,
  provider: 'test',
  model: 'test/model',
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
  finishReason: { unified: 'stop', raw: 'end' },
  usage: {},
  model: 'model-2026',
  requestId: 'r1',
  warnings: [],
};

const ask = (parts: () => AsyncIterable<StreamPart>, signal = new AbortController().signal) => {
  const texts: string[] = [];
  const access = {
    clock: realEffects.clock,
    stream: parts,
    countTokens: async (text: string) => text.length,
  };
  return askModel(access, intent, (text) => texts.push(text), signal).then((outcome) => ({ outcome, texts }));
};

describe('askModel', () => {
  it('gathers text, reasoning and tool calls, and counts the usage that nobody reported', async () => {
    const { outcome, texts } = await ask(async function* () {
      yield { kind: 'reasoning-delta', text: 'hm' };
      yield { kind: 'text-delta', text: 'Hel' };
      yield { kind: 'text-delta', text: 'lo \ud83d' };
      yield { kind: 'tool-call', call: { id: 'c', name: 'look', arguments: '{}', complete: true } };
      yield finish;
    });
    expect(texts).toEqual(['Hel', 'lo \ud83d']);
    expect(outcome).toMatchObject({
      kind: 'answered',
      text: 'Hello \ufffd',
      reasoning: 'hm',
      tool_calls: [{ name: 'look' }],
      usage: { input: 14, estimated: true },
      model: 'model-2026',
      request_id: 'r1',
    });
  });

  it('calls an empty answer a failure, and an answer without an end mark a cut that keeps its text', async () => {
    const empty = await ask(async function* () {
      yield finish;
    });
    expect(empty.outcome).toMatchObject({
      kind: 'failed',
      error: { code: 'provider/empty', retryable: true },
      usage: { input: 14, output: 0, estimated: true },
    });
    const cut = await ask(async function* () {
      yield { kind: 'text-delta', text: 'half' };
    });
    expect(cut.outcome).toMatchObject({
      kind: 'failed',
      error: { code: 'provider/cut' },
      partial_text: 'half',
    });
  });

  it('keeps what came before an error and before it was given up', async () => {
    const failing = await ask(async function* () {
      yield { kind: 'text-delta', text: 'so far' };
      throw new AgentNetError('provider/overloaded', 'Too many.');
    });
    expect(failing.outcome).toMatchObject({
      kind: 'failed',
      error: { code: 'provider/overloaded' },
      partial_text: 'so far',
    });
    const given = new AbortController();
    const abandoned = await ask(async function* () {
      yield { kind: 'text-delta', text: 'so far' };
      given.abort('paused');
      throw new AgentNetError('provider/aborted', 'Aborted.');
    }, given.signal);
    expect(abandoned.outcome).toEqual({ kind: 'abandoned', reason: 'paused', partial_text: 'so far' });
  });

  it('keeps the usage of an answer that was refused and paid for', async () => {
    const { outcome } = await ask(async function* () {
      yield { kind: 'reasoning-delta', text: 'hm' };
      throw new AgentNetError('provider/content-filter', 'It refused.', {
        data: { usage: { input: 9, output: 3 } },
      });
    });
    expect(outcome).toMatchObject({ kind: 'failed', usage: { input: 9, output: 3 } });
  });

  it('turns anything thrown into an outcome', async () => {
    const { outcome } = await ask(async function* () {
      yield { kind: 'text-delta', text: 'x' };
      throw new TypeError('boom');
    });
    expect(outcome).toMatchObject({ kind: 'failed', error: { code: 'internal' } });
  });
});

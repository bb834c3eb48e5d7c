import { describe, expect, it } from 'vitest';
import type { GatheredAnswer } from '../../../../../core/agents/calls/gather-answer.ts';
import { outcomeOf, paidUsage } from '../../../../../core/agents/calls/outcome-of.ts';
import { AgentNetError, type EventData } from '../../../../../core/contract/index.ts';

const intent = { messages: [{ role: 'user', content: 'four' }] } as unknown as EventData<'call-started'>;
const count = async (text: string) => text.length;
const never = new AbortController().signal;

const gathered = (change: Partial<GatheredAnswer>): GatheredAnswer => ({
  text: '',
  reasoning: '',
  toolCalls: [],
  finish: undefined,
  error: null,
  firstTokenMs: null,
  ...change,
});
const finish = (usage: object) =>
  ({
    kind: 'finish',
    finishReason: { unified: 'stop', raw: 'end' },
    usage,
    model: 'm',
    requestId: null,
    warnings: [],
  }) as GatheredAnswer['finish'];

describe('outcomeOf', () => {
  it('counts only what the provider did not report', async () => {
    const answered = gathered({ text: 'hello', finish: finish({ input: 9 }) });
    expect(await outcomeOf(answered, intent, count, never)).toMatchObject({
      kind: 'answered',
      usage: { input: 9, output: 5, estimated: true },
    });
  });

  it('takes an answer that came before the call was given up', async () => {
    const abort = new AbortController();
    abort.abort('stopped');
    const answered = gathered({ text: 'hello', finish: finish({ input: 9, output: 1 }) });
    expect(await outcomeOf(answered, intent, count, abort.signal)).toMatchObject({ kind: 'answered' });
    const broken = gathered({ text: 'hel', error: new AgentNetError('provider/aborted', 'x') });
    expect(await outcomeOf(broken, intent, count, abort.signal)).toEqual({
      kind: 'abandoned',
      reason: 'stopped',
      partial_text: 'hel',
    });
  });
});

describe('paidUsage', () => {
  it('is what an error or a finish tells of', () => {
    const error = new AgentNetError('provider/content-filter', 'x', { data: { usage: { input: 3 } } });
    expect(paidUsage(gathered({ error }))).toEqual({ input: 3 });
    expect(paidUsage(gathered({ finish: finish({ output: 2 }) }))).toEqual({ output: 2 });
    expect(paidUsage(gathered({ error: new AgentNetError('provider/cut', 'x') }))).toBeUndefined();
  });
});

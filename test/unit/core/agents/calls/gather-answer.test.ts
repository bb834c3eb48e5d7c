import { describe, expect, it } from 'vitest';
import { gatherAnswer } from '../../../../../core/agents/calls/gather-answer.ts';
import { AgentNetError } from '../../../../../core/contract/index.ts';
import { realEffects } from '../../../../../core/effects/index.ts';
import type { StreamPart } from '../../../../../core/providers/index.ts';

const gather = (parts: () => AsyncIterable<StreamPart>, onText: (text: string) => void = () => {}) =>
  gatherAnswer(parts(), realEffects.clock, onText);

const toolCall = { id: 'c', name: 'look', arguments: '{"a', complete: false };

describe('gatherAnswer', () => {
  it('keeps everything that came before an answer broke off', async () => {
    const gathered = await gather(async function* () {
      yield { kind: 'reasoning-delta', text: 'hm' };
      yield { kind: 'text-delta', text: 'so far' };
      yield { kind: 'tool-call', call: toolCall };
      throw new AgentNetError('provider/cut', 'Broke off.');
    });
    expect(gathered).toMatchObject({
      text: 'so far',
      reasoning: 'hm',
      toolCalls: [toolCall],
      finish: undefined,
      error: { code: 'provider/cut' },
    });
    expect(gathered.firstTokenMs).toBeGreaterThanOrEqual(0);
  });

  it('has no first token where none came', async () => {
    const gathered = await gather(async function* () {
      yield* [];
      throw new AgentNetError('provider/server', 'Down.');
    });
    expect(gathered).toMatchObject({ firstTokenMs: null, error: { code: 'provider/server' } });
  });
});

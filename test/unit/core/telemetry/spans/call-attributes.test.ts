import { expect, it } from 'vitest';
import {
  answeredAttributes,
  askedAttributes,
  paidAttributes,
} from '../../../../../core/telemetry/spans/call-attributes.ts';
import { asked } from './log-of.ts';

it('names model, provider and settings as the conventions do, and no text of the prompt', () => {
  const messages = [{ role: 'user', content: 'a secret' }];
  const attributes = askedAttributes(asked('c', 0, { temperature: 1, messages }) as never);
  expect(attributes).toMatchObject({
    'gen_ai.operation.name': 'chat',
    'gen_ai.provider.name': 'stub',
    'gen_ai.request.model': 'debater',
    'gen_ai.request.max_tokens': 100,
    'gen_ai.request.temperature': { double: 1 },
  });
  expect(JSON.stringify(attributes)).not.toContain('secret');
});

it('says what was counted, and leaves out what was not', () => {
  const outcome = {
    kind: 'answered',
    text: 'a secret',
    usage: { input: 5, output: 2, cached_read: 4 },
    model: 'debater-2',
    finish_reason: { unified: 'stop', raw: 'end' },
    first_token_ms: 250,
    request_id: null,
  };
  const attributes = answeredAttributes({ outcome } as never);
  expect(attributes).toMatchObject({
    'gen_ai.usage.input_tokens': 5,
    'gen_ai.usage.cache_read.input_tokens': 4,
    'gen_ai.response.model': 'debater-2',
    'gen_ai.response.finish_reasons': ['stop'],
    'gen_ai.response.time_to_first_chunk': { double: 0.25 },
  });
  expect(attributes['gen_ai.usage.reasoning.output_tokens']).toBeUndefined();
  expect(JSON.stringify(attributes)).not.toContain('secret');
  expect(answeredAttributes({ outcome: { kind: 'abandoned', reason: 'paused' } } as never)).toEqual({
    'agentnet.call.abandoned': 'paused',
  });
  const refused = { kind: 'failed', usage: { input: 9 } };
  expect(answeredAttributes({ outcome: refused } as never)['gen_ai.usage.input_tokens']).toBe(9);
});

it('knows what was paid, and unknown as unknown', () => {
  expect(paidAttributes({ micro_usd: 0, price_table: null } as never)).toEqual({
    'agentnet.cost.micro_usd': 0,
    'agentnet.cost.price_table': null,
  });
});

import { describe, expect, it } from 'vitest';
import type { EventData } from '../../../../../../core/contract/index.ts';
import {
  requestText,
  usageWords,
} from '../../../../../../renderer/features/session/inspector/request-text.ts';

const started = {
  call_id: '1',
  provider: 'openai',
  model: 'openai/gpt-4o',
  messages: [{ role: 'user', content: 'Hello' }],
  max_output_tokens: 300,
  temperature: null,
  seed: 7,
} as unknown as EventData<'call-started'>;

describe('requestText', () => {
  it('is the request as it was recorded, without what was left to the model', () => {
    expect(JSON.parse(requestText(started))).toEqual({
      provider: 'openai',
      model: 'openai/gpt-4o',
      messages: [{ role: 'user', content: 'Hello' }],
      max_output_tokens: 300,
      seed: 7,
    });
    expect(JSON.parse(requestText({ ...started, temperature: 0.2, tools: [] }))).toMatchObject({
      temperature: 0.2,
      tools: [],
    });
  });
});

describe('usageWords', () => {
  it('says what was counted and leaves out what was not', () => {
    expect(usageWords({ input: 1204, cached_read: 900, output: 310, reasoning: 0 })).toBe(
      '1,204 read, 900 from the cache, 310 written, 0 of it reasoning',
    );
    expect(usageWords({})).toBe('nothing reported');
  });
});

import { describe, expect, it } from 'vitest';
import { plainCall } from '../../../../core/contract/plain-call.ts';

const least = { id: '1', model: 'stub/echo', messages: [{ role: 'user', content: 'Hello' }] };

describe('plainCall', () => {
  it('has defaults for all that a line may leave out', () => {
    expect(plainCall.parse(least)).toEqual({ ...least, max_output_tokens: 1024, seed: 0 });
    const tools = [{ name: 'look', input_schema: { type: 'object' } }];
    expect(plainCall.parse({ ...least, tools, stream: false }).tools).toEqual([
      { ...tools[0], description: '' },
    ]);
  });

  it.each([
    { messages: [] },
    { messages: [{ role: 'robot', content: 'x' }] },
    { model: 'gpt-4o' },
    { id: '' },
    { tools: [{ name: '', input_schema: {} }] },
    { max_tokens: 5 },
    { temperature: 3 },
  ])('refuses %j', (change) => {
    expect(plainCall.safeParse({ ...least, ...change }).success).toBe(false);
  });
});

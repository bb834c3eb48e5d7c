import { describe, expect, it } from 'vitest';
import { callWarning, finishReason, toolCall, usage } from '../../../../core/contract/usage.ts';

describe('usage', () => {
  it('leaves out what is not known, and has no part of a token', () => {
    expect(usage.parse({})).toEqual({});
    expect(usage.safeParse({ input: 0 }).success).toBe(true);
    expect(usage.safeParse({ input: null }).success).toBe(false);
    expect(usage.safeParse({ input: -1 }).success).toBe(false);
    expect(usage.safeParse({ output: 1.5 }).success).toBe(false);
  });
});

describe('what comes with an answer', () => {
  it("keeps the provider's own word beside ours", () => {
    expect(finishReason.parse({ unified: 'other', raw: 'pause_turn' })).toEqual({
      unified: 'other',
      raw: 'pause_turn',
    });
    expect(finishReason.safeParse({ unified: 'pause_turn', raw: null }).success).toBe(false);
  });

  it('keeps the arguments of a tool call as they were written, complete or not', () => {
    const call = { id: '1', name: 'search', arguments: '{"query": "ed', complete: false };
    expect(toolCall.parse(call)).toEqual(call);
  });

  it('says in words what could not be honoured', () => {
    expect(callWarning.parse({ code: 'seed', message: 'It takes no seed.' })).toBeDefined();
  });
});

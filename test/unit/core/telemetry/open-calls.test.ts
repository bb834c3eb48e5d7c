import { describe, expect, it } from 'vitest';
import { createOpenCalls } from '../../../../core/telemetry/open-calls.ts';

describe('createOpenCalls', () => {
  const call = { provider: 'stub', model: 'debater', startedAt: 5 };

  it('gives a call back once, to its own session', () => {
    const calls = createOpenCalls();
    calls.open('a', '1.1', call);
    expect(calls.close('b', '1.1')).toBeUndefined();
    expect(calls.close('a', '1.1')).toBe(call);
    expect(calls.close('a', '1.1')).toBeUndefined();
    expect(calls.size()).toBe(0);
  });

  it('forgets what a session left open', () => {
    const calls = createOpenCalls();
    calls.open('a', '1.1', call);
    calls.open('a', '1.2', call);
    calls.open('b', '1.1', call);
    calls.forget('a');
    expect(calls.size()).toBe(1);
  });
});

import { describe, expect, it } from 'vitest';
import { AgentNetError } from '../../../../../core/contract/errors/agent-net-error.ts';

describe('AgentNetError', () => {
  it('takes exit code and retryability from its code', () => {
    const error = new AgentNetError('provider/rate-limited', 'Too many requests.', {
      data: { retry_after_ms: 900 },
    });
    expect(error).toBeInstanceOf(Error);
    expect([error.name, error.exitCode, error.retryable]).toEqual(['AgentNetError', 5, true]);
    expect(error.data).toEqual({ retry_after_ms: 900 });
  });

  it('crosses a wire as plain data, without what is not there, without cause and stack', () => {
    const bare = new AgentNetError('internal', 'Something.', { cause: new Error('secret') });
    expect(bare.toWire()).toEqual({ code: 'internal', message: 'Something.', retryable: false });
    expect((bare.cause as Error).message).toBe('secret');
    const full = new AgentNetError('input/invalid', 'Wrong.', {
      where: { file: 'f.yaml', line: 3 },
      kept: 'All.',
      remedy: 'Mend it.',
      data: { a: 1 },
    });
    expect(structuredClone(full.toWire())).toEqual({
      code: 'input/invalid',
      message: 'Wrong.',
      retryable: false,
      where: { file: 'f.yaml', line: 3 },
      kept: 'All.',
      remedy: 'Mend it.',
      data: { a: 1 },
    });
  });

  it('has no cause where none was given', () => {
    expect('cause' in new AgentNetError('internal', 'Something.')).toBe(false);
  });
});

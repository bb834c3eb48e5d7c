import { describe, expect, it } from 'vitest';
import { AgentNetError } from '../../../../../core/contract/index.ts';
import { toAgentNetError } from '../../../../../core/storage/sqlite/to-agent-net-error.ts';

describe('toAgentNetError', () => {
  it('keeps code, words, place, what was kept and the remedy', () => {
    const failure = {
      code: 'storage/full',
      message: 'The disk is full.',
      where: { file: 'x' },
      kept: 'All before.',
      remedy: 'Free some space.',
      data: { cause: 'SQLITE_FULL' },
    } as const;
    const error = toAgentNetError(failure);
    expect(error).toBeInstanceOf(AgentNetError);
    expect(error.toWire()).toEqual({ ...failure, retryable: true });
  });
});

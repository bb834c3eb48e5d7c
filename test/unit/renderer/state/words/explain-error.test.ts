import { describe, expect, it } from 'vitest';
import { AgentNetError } from '../../../../../core/contract/index.ts';
import { explainError, isAbort } from '../../../../../renderer/state/words/explain-error.ts';

describe('explainError', () => {
  it('says what happened, where, what was kept and what to do', () => {
    const error = new AgentNetError('storage/full', 'The disk is full.', {
      kept: 'All finished turns are stored.',
      remedy: 'Free some space, then resume the session.',
      where: { line: 4, path: 'agents[0]' },
    });
    expect(explainError(error)).toEqual({
      title: 'The disk is full.',
      details: [
        'Line 4, agents[0].',
        'All finished turns are stored.',
        'Free some space, then resume the session.',
      ],
    });
  });

  it('sends nobody from a screen to a terminal for what is gone', () => {
    for (const code of ['input/unknown-session', 'input/unknown-graph'] as const) {
      const { details } = explainError(new AgentNetError(code, 'Gone.', { remedy: 'Run `agentnet list`.' }));
      expect(details.join(' ')).toMatch(/deleted/);
      expect(details.join(' ')).not.toMatch(/agentnet/);
    }
  });

  it('has words for what nobody foresaw', () => {
    expect(explainError(new TypeError('x is undefined')).title).toContain('x is undefined');
    expect(explainError('gone').details.length).toBeGreaterThan(0);
  });
});

describe('isAbort', () => {
  it('knows a request that was given up', () => {
    expect(isAbort(new DOMException('aborted', 'AbortError'))).toBe(true);
    expect(isAbort(new AgentNetError('provider/aborted', 'given up'))).toBe(true);
    expect(isAbort(new AgentNetError('storage/full', 'full'))).toBe(false);
  });
});

import { describe, expect, it } from 'vitest';
import {
  agentTotals,
  notice,
  runningTurn,
  sessionSnapshot,
  turnHeader,
  voteView,
} from '../../../../../core/contract/api/session-snapshot.ts';

describe('sessionSnapshot', () => {
  it('carries no long text: what a turn said and was asked is fetched by page', () => {
    const keys = Object.keys(turnHeader.shape);
    for (const long of ['content', 'prompt', 'input', 'output', 'reasoning', 'messages', 'text'])
      expect(keys).not.toContain(long);
    expect(keys).toContain('length');
  });

  it('is made of its parts', () => {
    expect(sessionSnapshot.shape.turns.element).toBe(turnHeader);
    expect(sessionSnapshot.shape.running.element).toBe(runningTurn);
    expect(sessionSnapshot.shape.notices.element).toBe(notice);
    expect(sessionSnapshot.shape.votes.element).toBe(voteView);
    expect(sessionSnapshot.shape.by_agent.element).toBe(agentTotals);
  });
});

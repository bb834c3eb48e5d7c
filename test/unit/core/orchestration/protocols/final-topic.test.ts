import { describe, expect, it } from 'vitest';
import { finalTopic } from '../../../../../core/orchestration/protocols/final-topic.ts';
import { stateAfter } from './state-after.ts';

describe('finalTopic', () => {
  it('puts a decision before a synthesis that leaves it out, and nowhere else', () => {
    const state = stateAfter([]);
    state.synthesisText = 'They agreed to lease.';
    expect(finalTopic(state, null)).toBe('They agreed to lease.');
    expect(finalTopic(state, 'lease')).toBe('They agreed to lease.');
    expect(finalTopic(state, 'Use quorums')).toBe('Decided: Use quorums\n\nThey agreed to lease.');
  });

  it('leaves the name of a winner to the decision itself', () => {
    const state = stateAfter([]);
    state.synthesisText = 'They differ.';
    expect(finalTopic(state, 'Apollo')).toBe('They differ.');
  });
});

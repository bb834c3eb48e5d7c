import { describe, expect, it } from 'vitest';
import {
  isPlan,
  proposedPlan,
} from '../../../../../../../renderer/features/session/graph-run/plan/proposed-plan.ts';

describe('proposedPlan', () => {
  it('is a graph that waits for approval', () => {
    expect(proposedPlan('{"nodes":[{"id":"a"}]}')).toEqual({ nodes: [{ id: 'a' }] });
    expect(isPlan({ kind: 'delegate', asks: '{"nodes":[]}' })).toBe(true);
  });

  it('is nothing where a person is asked about words', () => {
    for (const asks of [null, 'Publish this?', '{"nodes": 1}', '[]', 'null', '{broken']) {
      expect(proposedPlan(asks)).toBeNull();
    }
    expect(isPlan({ kind: 'approval', asks: '{"nodes":[]}' })).toBe(false);
  });
});

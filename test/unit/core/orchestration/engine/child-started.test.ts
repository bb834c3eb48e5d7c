import { describe, expect, it } from 'vitest';
import type { ResolvedSpecification } from '../../../../../core/contract/index.ts';
import { childStarted } from '../../../../../core/orchestration/engine/child-started.ts';
import type { SpentBudget, StartChild } from '../../../../../core/orchestration/protocols/index.ts';
import { stateAfter } from './fold-bench.ts';

const intent = (
  specification: Record<string, unknown> = {},
  budgets: readonly SpentBudget[] = [],
): StartChild => ({
  kind: 'start-child',
  node: 'talk',
  attempt: 1,
  specification: { mode: 'debate', ...specification },
  budgets,
});

const begun = (
  budget: ResolvedSpecification['budget'],
  child: StartChild = intent(),
  used: { readonly reserved?: number; readonly spent?: number } = {},
) => {
  const { state } = stateAfter('session-created', { budget });
  state.reservedTokens = used.reserved ?? 0;
  state.totals.inputTokens = used.spent ?? 0;
  return childStarted(state, child);
};

describe('the intent of a session inside', () => {
  it('has the same id whenever it is asked for, and another one for another attempt', () => {
    const id = (child: StartChild) => {
      const draft = begun({}, child);
      return draft?.type === 'child-started' ? draft.data.session_id : '';
    };
    expect(id(intent())).toBe(id(intent()));
    expect(id(intent())).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(id({ ...intent(), attempt: 2 })).not.toBe(id(intent()));
  });

  it('is bounded by nothing where nothing is', () => {
    expect(begun({})).toMatchObject({
      data: { specification: { mode: 'debate' }, reserved_tokens: null, reserved_micro_usd: null },
    });
  });

  it('takes what the session around it has left, or less where it asks for less', () => {
    expect(begun({ tokens: 1000, usd: 2 }, intent(), { spent: 300, reserved: 100 })).toMatchObject({
      data: {
        specification: { budget: { tokens: 600, usd: 2 } },
        reserved_tokens: 600,
        reserved_micro_usd: 2_000_000,
      },
    });
    expect(begun({ tokens: 1000 }, intent({ budget: { tokens: 50, seconds: 9 } }))).toMatchObject({
      data: { specification: { budget: { tokens: 50, seconds: 9 } }, reserved_tokens: 50 },
    });
  });

  it('takes no more than the nodes around it have left', () => {
    const budget: SpentBudget = {
      node: 'each',
      caps: { tokens: 400 },
      tokens: { spent: 100, reserved: 50 },
      microUsd: { spent: 0, reserved: 0 },
    };
    expect(begun({ tokens: 1000 }, intent({}, [budget]))).toMatchObject({ data: { reserved_tokens: 250 } });
  });

  it('waits while the rest is reserved, and meets the cap when it is spent', () => {
    expect(begun({ tokens: 1000 }, intent(), { reserved: 1000 })).toBeNull();
    expect(begun({ tokens: 1000 }, intent(), { spent: 1000 })).toEqual({
      type: 'limit-reached',
      data: { limit: 'tokens', cap: 1000, spent: 1000 },
    });
  });
});

import { describe, expect, it } from 'vitest';
import { waitingNode } from '../../../../core/projections/graph-status-nodes.ts';
import { graphTotals } from '../../../../core/projections/graph-status-totals.ts';

const node = (change: Partial<ReturnType<typeof waitingNode>>) => ({
  ...waitingNode({ id: 'a', kind: 'task', title: 'a', parent: null, deps: [], agent: null }),
  ...change,
});

describe('graphTotals', () => {
  it('adds up what the nodes came to', () => {
    const totals = graphTotals([
      node({ status: 'done', ended_at: 1, micro_usd: 1, input_tokens: 2, output_tokens: 3, source: 'run' }),
      node({ status: 'done', ended_at: 1, source: 'cached' }),
      node({ status: 'skipped', ended_at: 1, source: null }),
      node({ status: 'running', micro_usd: 10, input_tokens: 20, output_tokens: 30 }),
      node({}),
    ]);
    expect(totals).toMatchObject({
      nodes: 5,
      ended: 3,
      microUsd: 11,
      inputTokens: 22,
      outputTokens: 33,
      given: 1,
    });
    expect(totals.byStatus).toMatchObject({ done: 2, skipped: 1, running: 1, waiting: 1, failed: 0 });
  });

  it('knows no sum where a part is unknown', () => {
    expect(graphTotals([node({ micro_usd: null }), node({ micro_usd: 5 })]).microUsd).toBeNull();
    expect(graphTotals([]).microUsd).toBe(0);
  });
});

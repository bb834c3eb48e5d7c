import { describe, expect, it } from 'vitest';
import { openDelegationBench, planOf, promptsOf } from '../../../../../../support/delegation-bench.ts';

const cycle = planOf('a<b', 'b<a');

describe('endStep', () => {
  it('asks once more where a plan cannot be used, and says what was wrong', async () => {
    const { delegate } = await openDelegationBench(({ task, again }) =>
      task === 'plan' ? (again ? planOf('a') : cycle) : '**Decision:** accept',
    );
    const { events, nodes } = await delegate();
    const retried = events.flatMap((event) => (event.type === 'node-retried' ? [event.data] : []));
    expect(retried).toMatchObject([
      { node: 'team/:plan', attempt: 1, wait_ms: 0, error: { code: 'node/invalid-output' } },
    ]);
    expect(promptsOf(events, 'plan')[1]).toContain('These tasks wait for each other');
    expect(nodes).toContain('team/a done');
  });

  it('refuses in words after the second', async () => {
    const { delegate } = await openDelegationBench(() => cycle);
    const { ended, events, nodes } = await delegate();
    expect(nodes).toEqual(['team/:plan failed', 'team failed']);
    expect(promptsOf(events, 'plan')).toHaveLength(2);
    expect(ended).toMatchObject({ outcome: 'failed', exit_code: 1 });
    expect(ended.reason).toContain('wait for each other');
  });

  it('holds a plan to the most nodes that are allowed', async () => {
    const { delegate } = await openDelegationBench(({ task, again }) =>
      task === 'plan' ? (again ? planOf('a', 'b') : planOf('a', 'b', 'c')) : 'Done. **Decision:** accept',
    );
    const delegation = { max_nodes: 2, max_depth: 1, approve: 'auto' } as const;
    const { events, nodes } = await delegate({}, { delegation });
    expect(promptsOf(events, 'plan')[0]).toContain('At most 2 tasks.');
    expect(nodes).toContain('team/b done');
    expect(nodes).not.toContain('team/c done');
  });
});

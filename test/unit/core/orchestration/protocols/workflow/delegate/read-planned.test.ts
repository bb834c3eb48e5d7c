import { describe, expect, it } from 'vitest';
import type { RunEvent } from '../../../../../../../core/contract/index.ts';
import { openDelegationBench, planOf, promptsOf } from '../../../../../../support/delegation-bench.ts';

const cycle = planOf('a<b', 'b<a');

/** Output limits of the calls of a node. */
const roomOf = (events: readonly RunEvent[], node: string): readonly number[] => {
  const tasks = new Set(
    events.flatMap(({ type, data }) => (type === 'turn-started' && data.node === node ? [data.task_id] : [])),
  );
  return events.flatMap(({ type, data }) =>
    type === 'call-started' && tasks.has(data.task_id) ? [data.max_output_tokens] : [],
  );
};

const roomy = { specification: { max_output_tokens: null } };

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

  it('gives a plan room for its tasks, and twice as much where the answer was cut off', async () => {
    const whole = planOf('a', 'b', 'c');
    const { delegate } = await openDelegationBench(({ task, again }) => {
      if (task === 'plan') return again ? planOf('a') : { cut: whole.slice(0, -30) };
      return '**Decision:** accept';
    });
    const { events, nodes } = await delegate({}, roomy);
    expect(roomOf(events, 'team/:plan')).toEqual([3424, 6848]);
    expect(roomOf(events, 'team/a')).toEqual([1024]);
    expect(promptsOf(events, 'plan')[1]).toContain(
      'The plan was cut off at its output limit behind 2 tasks.',
    );
    expect(nodes).toContain('team/a done');
  });

  it('takes no plan for whole of which only brackets are missing where the answer was cut off', async () => {
    const cut = { cut: planOf('a', 'b').slice(0, -2) };
    const { delegate } = await openDelegationBench(({ task }) =>
      task === 'plan' ? cut : '**Decision:** accept',
    );
    const { ended, nodes } = await delegate({}, roomy);
    expect(nodes).toEqual(['team/:plan failed', 'team failed']);
    expect(ended.reason).toContain('max_output_tokens');
  });

  it('takes a plan that is whole, whatever was cut off behind it', async () => {
    const { delegate } = await openDelegationBench(({ task }) =>
      task === 'plan' ? { cut: `${planOf('a')}\n\nThis plan is` } : '**Decision:** accept',
    );
    expect((await delegate({}, roomy)).nodes).toContain('team/a done');
  });

  it('gives no more room than agent or run allow', async () => {
    const { delegate } = await openDelegationBench(({ task }) =>
      task === 'plan' ? planOf('a') : '**Decision:** accept',
    );
    const { events } = await delegate({}, { specification: { max_output_tokens: 500 } });
    expect(roomOf(events, 'team/:plan')).toEqual([500]);
  });
});

describe('a review that cannot be read', () => {
  const lost = (second: string) =>
    openDelegationBench(({ task, again }) => {
      if (task === 'plan') return planOf('a');
      return task === 'review' ? (again ? second : 'It is what it is.') : 'A.';
    });
  const endOf = (events: readonly RunEvent[], node: string) =>
    events.flatMap((event) =>
      event.type === 'node-ended' && event.data.node === node ? [event.data] : [],
    )[0];

  it('is asked for once more, with what was wrong', async () => {
    const { delegate } = await lost('**Decision:** accept');
    const { events, nodes } = await delegate();
    expect(promptsOf(events, 'review')[1]).toContain('neither that the result is accepted');
    expect(nodes).toContain('team/:review done');
    expect(endOf(events, 'team')).toMatchObject({ status: 'done', review: 'accepted', reason: null });
  });

  it('accepts nothing: the result is kept, and it is said that nobody accepted it', async () => {
    const { delegate } = await lost('Well.');
    const { events, nodes, ended } = await delegate();
    expect(nodes).toEqual(['team/:plan done', 'team/a done', 'team/:review failed', 'team done']);
    expect(promptsOf(events, 'review')).toHaveLength(2);
    expect(endOf(events, 'team/:review')).toMatchObject({ error: { code: 'node/invalid-output' } });
    expect(endOf(events, 'team')).toMatchObject({
      output: 'A.',
      review: 'unreadable',
      reason: 'The review could not be read, so nobody has accepted it.',
    });
    expect(ended).toMatchObject({ outcome: 'completed', topic_final: 'A.' });
  });

  it('does not stop what comes behind it', async () => {
    const { delegate } = await lost('Well.');
    const team = { kind: 'delegate', prompt: 'Go.', agents: ['Athena'], planner: 'Moderator' };
    const graph = {
      nodes: [
        { id: 'team', ...team, reviewer: 'Synthesizer', rounds: 2 },
        { id: 'after', agent: 'Athena', deps: ['team'] },
      ],
    };
    const { nodes, ended } = await delegate({}, { graph, on_failure: 'stop' });
    expect(nodes).toContain('after done');
    expect(ended.outcome).toBe('completed');
  });

  it('had accepted under the rules of older logs, which still replay', async () => {
    const { delegate } = await lost('Well.');
    const { events, nodes } = await delegate({}, { rules: 1 });
    expect(nodes).toContain('team/:review done');
    expect(endOf(events, 'team')).not.toHaveProperty('review');
  });
});

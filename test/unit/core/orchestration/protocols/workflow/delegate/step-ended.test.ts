import { describe, expect, it } from 'vitest';
import type { RunEvent } from '../../../../../../../core/contract/index.ts';
import {
  type Answering,
  openDelegationBench,
  outputOf,
  planOf,
  promptsOf,
  refused,
} from '../../../../../../support/delegation-bench.ts';
import { driveWorkflow } from '../drive-workflow.ts';
import { randomTeam } from './random-team.ts';

const proposals = (events: readonly RunEvent[]) =>
  events.flatMap((event) => (event.type === 'plan-proposed' ? [event.data] : []));

const usual: Answering = ({ task, prompt }) => {
  if (task === 'plan') return planOf('a', 'b<a');
  if (task === 'review') return '**Decision:** accept';
  return prompt.includes('Do a.') ? 'A is done.' : 'B is done.';
};

describe('a node that delegates', () => {
  it('plans, has the work done and reviewed, and gives what the last task gave', async () => {
    const { delegate } = await openDelegationBench(usual);
    const { nodes, events, ended } = await delegate();
    expect(nodes).toEqual([
      'team/:plan done',
      'team/a done',
      'team/b done',
      'team/:review done',
      'team done',
    ]);
    expect(outputOf(events, 'team')).toBe('B is done.');
    expect(ended).toMatchObject({ outcome: 'completed', exit_code: 0, topic_final: 'B is done.' });
    expect(proposals(events)).toMatchObject([{ node: 'team', revision: 1, why: 'plan', auto: true }]);
    expect(promptsOf(events, 'review')[0]).toContain('| B is done.');
  });

  it('puts what several last tasks gave together', async () => {
    const { delegate } = await openDelegationBench((asked) =>
      asked.task === 'plan' ? planOf('a', 'b') : usual(asked),
    );
    const { events } = await delegate({ reviewer: null });
    expect(outputOf(events, 'team')).toBe('## a\n\nA is done.\n\n## b\n\nB is done.');
  });

  it('has nobody review where nobody is named', async () => {
    const { delegate } = await openDelegationBench(usual);
    const { nodes } = await delegate({ reviewer: null });
    expect(nodes).toEqual(['team/:plan done', 'team/a done', 'team/b done', 'team done']);
  });

  it('is sent back with the words of the reviewer, and builds on what is there', async () => {
    const { delegate } = await openDelegationBench((asked) => {
      const isSecond = asked.prompt.includes('Name the day');
      if (asked.task === 'plan') return isSecond ? planOf('c<a,b') : planOf('a', 'b<a');
      if (asked.task === 'review') {
        return asked.prompt.includes('C is done')
          ? '**Decision:** accept'
          : '**Decision:** revise\n\n- Name the day.';
      }
      return asked.prompt.includes('Do c.') ? 'C is done.' : usual(asked);
    });
    const { nodes, events } = await delegate();
    expect(nodes.slice(4)).toEqual([
      'team#2/:plan done',
      'team#2/c done',
      'team#2/:review done',
      'team done',
    ]);
    expect(outputOf(events, 'team')).toBe('C is done.');
    const titles = events.flatMap((event) =>
      event.type === 'nodes-added' ? event.data.nodes.map(({ title }) => title) : [],
    );
    expect(titles).toEqual(['Plan', 'team/a', 'team/b', 'Review', 'Plan 2', 'team#2/c', 'Review 2']);
    const [, second = ''] = promptsOf(events, 'plan');
    expect(second).toContain('## Remarks\n| **Decision:** revise');
    expect(second).toContain('| A is done.');
    const work = promptsOf(events, 'task').find((prompt) => prompt.includes('Do c.'));
    expect(work).toContain('| A is done.');
    expect(work).toContain('| B is done.');
  });

  it('is sent back no more often than it has rounds', async () => {
    const { delegate } = await openDelegationBench((asked) =>
      asked.task === 'review' ? '**Decision:** revise' : usual(asked),
    );
    for (const rounds of [1, 3]) {
      const { events, ended } = await delegate({ rounds });
      expect(proposals(events).map(({ revision }) => revision)).toEqual([1, 2, 3].slice(0, rounds));
      expect(ended.outcome).toBe('completed');
    }
  });

  it('goes another way round a task that failed for good', async () => {
    const { delegate } = await openDelegationBench((asked) => {
      if (asked.task === 'plan')
        return asked.prompt.includes('failed for good') ? planOf('e<a') : planOf('a', 'b', 'c<b');
      if (asked.task === 'task' && asked.prompt.includes('Do b.')) return refused();
      return usual(asked);
    });
    const { nodes, events, ended } = await delegate();
    expect(nodes).toEqual(
      expect.arrayContaining([
        'team/a done',
        'team/b failed',
        'team/c blocked',
        'team#2/e done',
        'team done',
      ]),
    );
    expect(proposals(events)[1]).toMatchObject({ revision: 2, why: 'change', removed: ['team/c'] });
    expect(promptsOf(events, 'plan')[1]).toContain('| Task "b"');
    expect(ended.outcome).toBe('completed');
  });

  it('fails with the task when no round is left, and the graph with it', async () => {
    const { delegate } = await openDelegationBench((asked) =>
      asked.task === 'task' && asked.prompt.includes('Do b.') ? refused() : usual(asked),
    );
    const { nodes, ended } = await delegate({ rounds: 1 });
    expect(nodes.at(-1)).toBe('team failed');
    expect(ended).toMatchObject({ outcome: 'no-provider', exit_code: 5 });
    expect(ended.reason).toContain('team/b');
  });

  it('plans no other way where its budget has run out', async () => {
    const { delegate } = await openDelegationBench((asked) =>
      asked.task === 'plan' ? planOf('a', 'b<a', 'c<b') : usual(asked),
    );
    const { events, ended, nodes } = await delegate({ rounds: 3, budget: { tokens: 1500 } });
    expect(proposals(events)).toHaveLength(1);
    expect(nodes.at(-1)).toBe('team failed');
    expect(ended).toMatchObject({ outcome: 'budget-exhausted', exit_code: 4 });
    const { input, output } = ended.totals.tokens;
    expect(input + output).toBeLessThanOrEqual(1500);
  });

  it('is stopped with what there is, and no plan follows', async () => {
    const bench = await openDelegationBench(usual);
    const choice = { delegation: { max_nodes: 12, max_depth: 1, approve: 'ask' } } as const;
    const { ended, nodes } = await bench.delegate({}, choice, () => [
      { type: 'stop-requested', data: { by: 'user', synthesis: false } },
    ]);
    expect(ended.outcome).toBe('stopped');
    expect(nodes).toEqual(['team/:plan done', 'team stopped']);
  });
});

describe('a plan inside of a plan', () => {
  const nested: Answering = (asked) => {
    if (asked.task !== 'plan') return usual(asked);
    return asked.prompt.includes('| Divide it.')
      ? planOf('a')
      : JSON.stringify({ nodes: [{ id: 'sub', kind: 'delegate', prompt: 'Divide it.' }] });
  };
  const deep = (max_depth: number) =>
    ({ delegation: { max_nodes: 12, max_depth, approve: 'auto' } }) as const;

  it('is made as deep as it is allowed, and no deeper', async () => {
    const { delegate } = await openDelegationBench(nested);
    expect((await delegate({}, deep(2))).nodes).toEqual([
      'team/:plan done',
      'team/sub/:plan done',
      'team/sub/a done',
      'team/sub/:review done',
      'team/sub done',
      'team/:review done',
      'team done',
    ]);
    expect((await delegate({}, deep(1))).nodes).toContain('team/sub done');
    expect((await delegate({}, deep(1))).nodes).not.toContain('team/sub/:plan done');
  });

  it('may fail without the whole, while the plan around it can be changed', async () => {
    const { delegate } = await openDelegationBench((asked) => {
      if (asked.task === 'plan' && asked.prompt.includes('failed for good')) return planOf('b');
      return asked.task === 'plan' && asked.prompt.includes('| Divide it.') ? 'No.' : nested(asked);
    });
    const { nodes, ended } = await delegate({}, deep(2));
    expect(nodes).toEqual(expect.arrayContaining(['team/sub failed', 'team#2/b done', 'team done']));
    expect(ended.outcome).toBe('completed');
  });
});

describe('any delegation', () => {
  it('comes to an end within its bounds, and goes the same way again from its log', () => {
    const seen = { revised: 0, nested: 0, changed: 0, failed: 0, stopped: 0 };
    for (let seed = 1; seed <= 600; seed += 1) {
      const { created, script, bounds } = randomTeam(seed);
      const where = `seed ${seed}`;
      const { events, ends, ended } = driveWorkflow(created, script);
      for (const event of events) {
        if (event.type === 'nodes-added') {
          for (const { id } of event.data.nodes)
            expect(ends.has(id), `${where}: ${id} never ended`).toBe(true);
        }
        if (event.type !== 'plan-proposed') continue;
        const { node, revision, why, graph } = event.data;
        expect(revision, where).toBeLessThanOrEqual(Math.max(1, bounds.rounds));
        expect((graph['nodes'] as readonly unknown[]).length, where).toBeLessThanOrEqual(bounds.maxNodes);
        expect(node.split('/').length, where).toBeLessThanOrEqual(bounds.maxDepth);
        if (revision > 1) seen.revised += 1;
        if (node.includes('/')) seen.nested += 1;
        if (why === 'change') seen.changed += 1;
      }
      for (const node of ['before', 'team', 'beside', 'after']) expect(ends.has(node), where).toBe(true);
      if (ends.get('team')?.status === 'failed') seen.failed += 1;
      if (ended.outcome === 'stopped') seen.stopped += 1;
      const again = driveWorkflow(randomTeam(seed).created, { ...script, from: events.slice(0, -1) });
      expect(again.ended, where).toEqual(ended);
    }
    // The seeds reach every branch.
    for (const [what, count] of Object.entries(seen)) expect(count, what).toBeGreaterThan(5);
  });
});

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  apiCatalog,
  type EventDraft,
  type GraphRunView,
  type RunEvent,
} from '../../../../core/contract/index.ts';
import {
  emptyGraphStatus,
  foldGraphStatus,
  graphRunView,
  graphStatusFrom,
} from '../../../../core/projections/graph-status.ts';
import {
  graphCreated,
  nodeEnded,
  nodeRetried,
  nodeStarted,
  nodesAdded,
  taskEnded,
  taskFailed,
  taskPaid,
  taskStarted,
} from './graph-log.ts';
import { created, ended, logOf } from './session-log.ts';

const START = 1_700_000_000_000;
const two = graphCreated([
  { id: 'a', agent: 'Athena' },
  { id: 'b', agent: 'Apollo', deps: ['a'] },
]);

const viewOf = (events: readonly RunEvent[]): GraphRunView => {
  const view = graphRunView(events.reduce(foldGraphStatus, emptyGraphStatus()));
  if (view === undefined) throw new Error('The log holds no task graph.');
  return view;
};
const nodeOf = (drafts: readonly EventDraft[], id = 'a') =>
  viewOf(logOf([two, ...drafts])).nodes.find((node) => node.id === id);

describe('foldGraphStatus', () => {
  it('knows nothing of a session without a task graph', () => {
    const status = logOf([created(), nodeStarted('a')]).reduce(foldGraphStatus, emptyGraphStatus());
    expect(graphRunView(status)).toBeUndefined();
  });

  it('begins with every node waiting', () => {
    const view = viewOf(logOf([two]));
    expect(view.nodes.map(({ id, status, deps, agent }) => [id, status, deps, agent])).toEqual([
      ['a', 'waiting', [], 'Athena'],
      ['b', 'waiting', ['a'], 'Apollo'],
    ]);
    expect(view).toMatchObject({ seq: 1, stored: null, paused_at: null });
  });

  it('follows a node through its turn to its output', () => {
    const drafts = [nodeStarted('a'), taskStarted('a', 't1'), taskPaid('t1', 1234), taskPaid('t1', 1)];
    expect(nodeOf(drafts)).toMatchObject({
      status: 'running',
      attempts: 1,
      started_at: START + 2000,
      ended_at: null,
      task_id: 't1',
      micro_usd: 1235,
      input_tokens: 20,
      output_tokens: 10,
    });
    const whole = [
      ...drafts,
      taskEnded('a', 't1', 'x'.repeat(900)),
      nodeEnded('a', { task_id: 't1' }),
      taskPaid('t1', 9),
    ];
    expect(nodeOf(whole)).toMatchObject({
      status: 'done',
      source: 'run',
      ended_at: START + 7000,
      micro_usd: 1235,
      excerpt: 'x'.repeat(400),
    });
  });

  it('keeps a cost that is unknown unknown, whatever is known besides', () => {
    const drafts = [nodeStarted('a'), taskStarted('a', 't1'), taskPaid('t1', null, null), taskPaid('t1', 5)];
    expect(nodeOf(drafts)).toMatchObject({ micro_usd: null, input_tokens: 10 });
  });

  it('shows a retry with its reason, then the fallback agent, from the first start on', () => {
    const failed = [
      nodeStarted('a'),
      taskStarted('a', 't1'),
      taskFailed('a', 't1', 'Half an ans'),
      nodeRetried('a', 1, 'Apollo'),
    ];
    expect(nodeOf(failed)).toMatchObject({
      status: 'retrying',
      agent: 'Apollo',
      reason: 'It broke.',
      excerpt: 'Half an ans',
    });
    expect(nodeOf([...failed, nodeStarted('a', 2, 'Apollo'), taskStarted('a', 't2')])).toMatchObject({
      status: 'running',
      attempts: 2,
      started_at: START + 2000,
      task_id: 't2',
      reason: null,
      excerpt: '',
    });
  });

  it('says why a node was not done', () => {
    const error = { code: 'provider/server', message: 'It broke.' };
    expect(nodeOf([nodeStarted('a'), nodeEnded('a', { status: 'failed', error })])).toMatchObject({
      status: 'failed',
      reason: 'It broke.',
    });
    expect(
      nodeOf([nodeEnded('b', { status: 'blocked', attempts: 0, reason: 'a failed.' })], 'b'),
    ).toMatchObject({ status: 'blocked', started_at: null, ended_at: START + 2000, reason: 'a failed.' });
  });

  it('labels an output that this run did not make', () => {
    const given = nodeEnded('a', { source: 'cached', attempts: 0, output: ['one', 2] });
    expect(nodeOf([nodeEnded('a', { source: 'cached', output: null, branch: 'no' })])).toMatchObject({
      excerpt: '',
    });
    expect(nodeOf([given])).toMatchObject({ source: 'cached', excerpt: '["one",2]', started_at: null });
  });

  it('asks a person, and goes on with the answer', () => {
    const asked: EventDraft[] = [
      nodeStarted('a', 1, null),
      { type: 'approval-requested', data: { node: 'a', text: 'Publish this?' } },
    ];
    expect(nodeOf(asked)).toMatchObject({ status: 'awaiting', asks: 'Publish this?' });
    const answer: EventDraft = {
      type: 'approval-answered',
      data: { by: 'user', node: 'a', approved: true, note: '' },
    };
    expect(nodeOf([...asked, answer])).toMatchObject({ status: 'running', asks: null });
    expect(nodeOf([...asked, answer, nodeEnded('a', { branch: 'approved' })])).toMatchObject({
      branch: 'approved',
      agent: 'Athena',
    });
  });

  it('shows a plan that waits, and none that nobody is asked for', () => {
    const plan = (auto: boolean): EventDraft => ({
      type: 'plan-proposed',
      data: { node: 'a', revision: 1, why: 'plan', graph: { nodes: [] }, removed: [], auto },
    });
    expect(nodeOf([nodeStarted('a'), plan(false)])).toMatchObject({
      status: 'awaiting',
      asks: '{\n  "nodes": []\n}',
    });
    expect(nodeOf([nodeStarted('a'), plan(true)])).toMatchObject({ status: 'running', asks: null });
    const answer: EventDraft = {
      type: 'plan-answered',
      data: { by: 'user', node: 'a', revision: 1, approved: true, note: '' },
    };
    expect(nodeOf([nodeStarted('a'), plan(false), answer])).toMatchObject({ status: 'running', asks: null });
  });

  it('adds the nodes that come into being, once', () => {
    const grown = [nodeStarted('a'), nodesAdded('a', [{ id: 'a[0]' }, { id: 'a[1]', deps: ['a[0]'] }])];
    const view = viewOf(logOf([two, ...grown, ...grown, nodeStarted('a[1]')]));
    expect(view.nodes.map(({ id, parent, status }) => [id, parent, status])).toEqual([
      ['a', null, 'running'],
      ['b', null, 'waiting'],
      ['a[0]', 'a', 'waiting'],
      ['a[1]', 'a', 'running'],
    ]);
  });

  it('opens the session inside of a node and counts what it cost', () => {
    const child: EventDraft[] = [
      nodeStarted('a', 1, null),
      {
        type: 'child-started',
        data: {
          node: 'a',
          session_id: 'child',
          specification: {},
          reserved_tokens: null,
          reserved_micro_usd: null,
        },
      },
      {
        type: 'child-ended',
        data: {
          node: 'a',
          session_id: 'child',
          outcome: 'converged',
          exit_code: 0,
          reason: 'They agree.',
          decision: null,
          output: 'Build it.',
          stub: true,
          totals: { usd: 0.012345, tokens: { input: 100, output: 50 }, calls: 4, repeated_calls: 0 },
        },
      },
    ];
    expect(nodeOf(child)).toMatchObject({
      child_session: 'child',
      micro_usd: 12345,
      input_tokens: 100,
      output_tokens: 50,
      excerpt: 'Build it.',
    });
  });

  it('tells the breakpoint that the run stands before', () => {
    const paused: EventDraft = { type: 'session-paused', data: { reason: 'breakpoint', node: 'b' } };
    const resumed: EventDraft = {
      type: 'session-resumed',
      data: { reason: 'user', lost_calls: [], incomplete: [] },
    };
    expect(viewOf(logOf([two, paused])).paused_at).toBe('b');
    expect(viewOf(logOf([two, paused, resumed])).paused_at).toBeNull();
  });

  it('stops what is open when the session ends', () => {
    const view = viewOf(logOf([two, nodeStarted('a'), ended()]));
    expect(view.nodes.map(({ status, ended_at }) => [status, ended_at])).toEqual([
      ['stopped', START + 3000],
      ['stopped', START + 3000],
    ]);
  });

  it('tells where in the log a node is told of', () => {
    expect(nodeOf([])).toMatchObject({ first_seq: null, last_seq: null });
    const drafts = [nodeStarted('b'), nodeStarted('a'), taskStarted('a', 't1'), taskPaid('t1', 1)];
    expect(nodeOf([...drafts, nodeStarted('b', 2)])).toMatchObject({ first_seq: 3, last_seq: 5 });
    expect(nodeOf([...drafts, ended()], 'a')).toMatchObject({ first_seq: 3, last_seq: 5 });
  });

  it('ignores what it has seen, and nodes that nobody knows', () => {
    const events = logOf([two, nodeStarted('a'), nodeStarted('nobody'), taskPaid('nothing', 5)]);
    expect(viewOf([...events, ...events])).toEqual(viewOf(events));
  });

  it('is what the contract promises', () => {
    const view = viewOf(logOf([two, nodeStarted('a'), taskStarted('a', 't1')]));
    expect(apiCatalog['sessions.graph'].output.parse(view)).toEqual(view);
  });
});

/** Any order of any events, sensible or not, over nodes that exist and one that does not. */
const anyDraft: fc.Arbitrary<EventDraft> = fc
  .tuple(fc.nat(15), fc.constantFrom('a', 'b', 'a[0]', 'a[1]', 'nobody'), fc.nat(3), fc.nat(9999))
  .map(([kind, node, task, amount]): EventDraft => {
    const id = `${node}-${task}`;
    const makers: readonly (() => EventDraft)[] = [
      () => nodeStarted(node, task + 1),
      () => nodeEnded(node, { task_id: id }),
      () => nodeEnded(node, { status: 'failed', reason: 'No.' }),
      () => nodeRetried(node, task + 1),
      () => nodesAdded('a', [{ id: 'a[0]' }, { id: 'a[1]' }]),
      () => taskStarted(node, id),
      () => taskPaid(id, amount),
      () => taskPaid(id, null),
      () => taskEnded(node, id, 'said'),
      () => taskFailed(node, id, 'sa'),
      () => ({ type: 'approval-requested', data: { node, text: 'Well?' } }),
      () => ({ type: 'approval-answered', data: { by: 'user', node, approved: true, note: '' } }),
      () => ({ type: 'session-paused', data: { reason: 'breakpoint', node } }),
      () => ({ type: 'session-resumed', data: { reason: 'user', lost_calls: [], incomplete: [] } }),
      () => ({ type: 'session-interrupted', data: { reason: 'signal' } }),
      () => ended(),
    ];
    return (makers[kind] as () => EventDraft)();
  });

describe('graphRunView', () => {
  it('is the same wherever one begins: from zero, or from a view given out on the way', () => {
    fc.assert(
      fc.property(fc.array(anyDraft, { maxLength: 60 }), fc.nat(60), fc.nat(60), (drafts, first, second) => {
        const events = logOf([two, ...drafts]);
        const [from, to] = [Math.min(first, second), Math.max(first, second)];
        const start = events.slice(0, from + 1).reduce(foldGraphStatus, emptyGraphStatus());
        const given = graphRunView(start);
        const kept = structuredClone(given);
        const middle = events.slice(0, to + 1).reduce(foldGraphStatus, start);
        const again = graphStatusFrom(structuredClone(graphRunView(middle)) as GraphRunView);
        expect(graphRunView(events.reduce(foldGraphStatus, again))).toEqual(viewOf(events));
        expect(given).toEqual(kept);
      }),
      {
        verbose: true,
        numRuns: 300,
        // A node that ended while a turn of it ran: too rare to be drawn each time.
        examples: [
          [[taskStarted('a', 'a-2'), nodeEnded('a', { task_id: 'a-0' }), taskPaid('a-2', 7)], 0, 2],
          [[taskStarted('a', 'a-1'), taskEnded('a', 'a-1', 'said'), taskPaid('a-1', 7)], 0, 2],
        ],
      },
    );
  });

  it('is the same object until something changes', () => {
    const status = logOf([two]).reduce(foldGraphStatus, emptyGraphStatus());
    const view = graphRunView(status);
    expect(graphRunView(status)).toBe(view);
    foldGraphStatus(status, logOf([nodeStarted('a')], 2)[0] as RunEvent);
    expect(graphRunView(status)).not.toBe(view);
    expect(graphRunView(status)?.nodes[1]).toBe(view?.nodes[1]);
  });

  it('takes 10,000 nodes with all their events, one view a hundred events', () => {
    const ids = Array.from({ length: 10_000 }, (_, index) => `n${index}`);
    const drafts = ids.flatMap((id) => [
      nodeStarted(id),
      taskStarted(id, `t${id}`),
      taskPaid(`t${id}`, 3),
      taskEnded(id, `t${id}`, 'said'),
      nodeEnded(id, { task_id: `t${id}` }),
    ]);
    const events = logOf([graphCreated(ids.map((id) => ({ id }))), ...drafts]);
    const status = emptyGraphStatus();
    for (const event of events) {
      foldGraphStatus(status, event);
      if (event.seq % 100 === 0) graphRunView(status);
    }
    const view = graphRunView(status);
    expect(view?.nodes.every(({ status: state, micro_usd }) => state === 'done' && micro_usd === 3)).toBe(
      true,
    );
    expect(view?.seq).toBe(50_001);
  });
});

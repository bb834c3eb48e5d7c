import { describe, expect, it } from 'vitest';
import type { SessionId } from '../../../../../../core/contract/index.ts';
import { realEffects } from '../../../../../../core/effects/index.ts';
import {
  pauseInputs,
  replaySession,
  resumeInputs,
  type SessionRun,
  stepInputs,
} from '../../../../../../core/orchestration/index.ts';
import { openEngineBench } from '../../../../../support/engine-bench.ts';
import { createdWorkflow } from '../../../../../support/workflow-run.ts';
import { driveWorkflow } from './drive-workflow.ts';

const line = { nodes: [{ id: 'a' }, { id: 'b', deps: ['a'] }, { id: 'c', deps: ['b'] }] };

const until = async (condition: () => boolean): Promise<void> => {
  for (let tries = 0; tries < 2000 && !condition(); tries += 1) await realEffects.clock.sleep(5);
  expect(condition()).toBe(true);
};

const paused = (run: SessionRun) => until(() => run.state.phase.kind === 'paused');

const ran = (run: SessionRun) =>
  ['a', 'b', 'c'].filter((id) => run.state.protocol.standingOf(id) === 'ended');

describe('a graph that pauses', () => {
  it('lets the running nodes end, goes one turn a step, and replays', async () => {
    const bench = await openEngineBench({ latency_ms: 400 });
    const run = await bench.create(createdWorkflow(line));
    await run.start();
    await run.act(pauseInputs(run.state, 'after-turn', 'user'));
    await paused(run);
    const before = ran(run).length;
    expect(before).toBeLessThan(3);
    await run.act(stepInputs(run.state));
    await paused(run);
    expect(ran(run)).toHaveLength(before + 1);
    await run.act(resumeInputs(run.state));
    const { session_id: id, outcome } = await run.ended;
    expect(outcome).toBe('completed');
    const events = await bench.events(id);
    const reasons = events.flatMap((event) => (event.type === 'session-paused' ? [event.data.reason] : []));
    expect(reasons).toEqual(['user', 'step']);
    expect(await replaySession(id, bench.store.read(id as SessionId))).toMatchObject({ equal: true });
  });

  it('at once gives calls up, which are made again', async () => {
    const bench = await openEngineBench({ latency_ms: 200 });
    const run = await bench.create(createdWorkflow(line));
    await run.start();
    await run.act(pauseInputs(run.state, 'now', 'user'));
    await paused(run);
    expect(ran(run)).toEqual([]);
    await run.act(resumeInputs(run.state));
    expect(await run.ended).toMatchObject({ outcome: 'completed', totals: { calls: 4 } });
  });

  it('before a node with a breakpoint, once what runs has ended; resumed, it passes', async () => {
    const graph = { nodes: [{ id: 'a' }, { id: 'b', deps: ['a'], breakpoint: true }, { id: 'c' }] };
    const bench = await openEngineBench();
    const run = await bench.create(createdWorkflow(graph));
    await run.start();
    await paused(run);
    expect(ran(run)).toEqual(['a', 'c']);
    await run.act(resumeInputs(run.state));
    const { session_id: id } = await run.ended;
    const events = await bench.events(id);
    expect(events.flatMap((event) => (event.type === 'session-paused' ? [event.data] : []))).toEqual([
      { reason: 'breakpoint', node: 'b' },
    ]);
    expect(await replaySession(id, bench.store.read(id as SessionId))).toMatchObject({ equal: true });
  });
});

it('goes the longest way first, then the order of the file', () => {
  const graph = {
    nodes: [{ id: 'short' }, { id: 'other' }, { id: 'long' }, { id: 'far', deps: ['long'] }],
  };
  const started = driveWorkflow(createdWorkflow(graph, { parallel: { total: 1 } }), {
    say: () => ({ content: 'done' }),
  }).events.flatMap((event) => (event.type === 'node-started' ? [event.data.node] : []));
  expect(started).toEqual(['long', 'short', 'other', 'far']);
});

it('says why a node ended without having run', () => {
  const graph = {
    nodes: [
      { id: 'a' },
      { id: 'check', kind: 'condition', input: '{{a.output}}', test: { contains: 'x' }, deps: ['a'] },
      { id: 'yes', deps: [{ node: 'check', port: 'yes' }] },
      { id: 'behind', deps: ['yes'] },
      { id: 'bad' },
      { id: 'needs', deps: ['bad'] },
    ],
  };
  const { ends, ended } = driveWorkflow(createdWorkflow(graph, { on_failure: 'continue' }), {
    say: (turn) => (turn.work?.node === 'bad' ? { fails: 'provider/server' } : { content: 'done' }),
  });
  expect(ends.get('yes')).toMatchObject({ status: 'skipped', reason: '"check" went another way.' });
  expect(ends.get('behind')).toMatchObject({
    status: 'skipped',
    reason: 'Nothing that it waits for was done.',
  });
  expect(ends.get('needs')).toMatchObject({
    status: 'blocked',
    reason: '"bad", which it needs, was not done.',
  });
  expect(ended.outcome).toBe('no-provider');
});

it('ends a graph whose nodes wait for each other, which no check lets through', () => {
  const graph = {
    nodes: [
      { id: 'a', deps: ['b'] },
      { id: 'b', deps: ['a'] },
    ],
  };
  const { ended } = driveWorkflow(createdWorkflow(graph), { say: () => ({ content: '' }) });
  expect(ended).toMatchObject({ outcome: 'failed', reason: 'The nodes that are left wait for each other.' });
});

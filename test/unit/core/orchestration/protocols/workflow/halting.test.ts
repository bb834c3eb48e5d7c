import { describe, expect, it } from 'vitest';
import type { EventDraft, SessionId } from '../../../../../../core/contract/index.ts';
import { replaySession } from '../../../../../../core/orchestration/index.ts';
import { openEngineBench } from '../../../../../support/engine-bench.ts';
import { createdWorkflow } from '../../../../../support/workflow-run.ts';
import { driveWorkflow, type Script } from './drive-workflow.ts';

const stop: EventDraft = { type: 'stop-requested', data: { by: 'user', synthesis: false } };
const skip = (node: string): EventDraft => ({ type: 'node-skipped', data: { by: 'user', node } });
const say: Script['say'] = (turn) => ({ content: `out of ${turn.work?.node}` });

/** Inputs by how often nothing was due before them. */
const at = (inputs: Readonly<Record<number, readonly EventDraft[]>>): NonNullable<Script['inputs']> => {
  let count = -1;
  return () => {
    count += 1;
    return inputs[count] ?? [];
  };
};

const statuses = (ends: ReadonlyMap<string, { readonly status: string }>) =>
  Object.fromEntries([...ends].map(([id, { status }]) => [id, status]));

const line = { nodes: [{ id: 'a' }, { id: 'b', deps: ['a'] }, { id: 'c', deps: ['b'] }] };
const map = {
  nodes: [
    { id: 'list', output: 'list' },
    { id: 'each', kind: 'map', over: 'list', prompt: '{{item}}', deps: ['list'], parallel: 1 },
    { id: 'end', deps: ['each'] },
  ],
};
const listed: Script['say'] = (turn) => ({ content: turn.work?.expects === 'list' ? '- x\n- y' : 'seen' });

describe('a stop', () => {
  it('keeps what is done, and its last result is that of the session', () => {
    const { ends, ended } = driveWorkflow(createdWorkflow(line), { say, inputs: at({ 1: [stop] }) });
    expect(statuses(ends)).toEqual({ a: 'done', b: 'stopped', c: 'stopped' });
    expect(ended).toMatchObject({ outcome: 'stopped', topicFinal: 'out of a', reason: 'Stopped by user.' });
  });

  it('ends approvals that wait', () => {
    const graph = { nodes: [{ id: 'ask', kind: 'approval', prompt: 'Go on?' }] };
    const { ends } = driveWorkflow(createdWorkflow(graph), { say, inputs: at({ 0: [stop] }) });
    expect(statuses(ends)).toEqual({ ask: 'stopped' });
  });
});

describe('a cap on time', () => {
  it('is put on record once, and ends the run', () => {
    const passed: EventDraft = { type: 'deadline-passed', data: { cap: 5, elapsed: 5.1 } };
    const { ends, ended, events } = driveWorkflow(createdWorkflow(line), {
      say,
      inputs: at({ 1: [passed] }),
    });
    expect(statuses(ends)).toEqual({ a: 'done', b: 'stopped', c: 'stopped' });
    expect(events.filter(({ type }) => type === 'limit-reached')).toHaveLength(1);
    expect(ended).toMatchObject({ outcome: 'budget-exhausted', reason: 'The cap of 5 seconds was reached.' });
  });
});

describe('a skipped node', () => {
  it('gives nothing on, and what had only it is skipped too', () => {
    const { ends, ended } = driveWorkflow(createdWorkflow(line), { say, inputs: at({ 1: [skip('b')] }) });
    expect(statuses(ends)).toEqual({ a: 'done', b: 'skipped', c: 'skipped' });
    expect(ended).toMatchObject({ outcome: 'completed', topicFinal: 'out of a' });
  });

  it('takes what is inside of it along', () => {
    const { ends } = driveWorkflow(createdWorkflow(map), { say: listed, inputs: at({ 1: [skip('each')] }) });
    expect(statuses(ends)).toEqual({
      list: 'done',
      'each[0]': 'skipped',
      'each[1]': 'skipped',
      each: 'skipped',
      end: 'skipped',
    });
  });

  it('leaves its item out, where it is one item of a map', () => {
    const { ends } = driveWorkflow(createdWorkflow(map), {
      say: listed,
      inputs: at({ 1: [skip('each[1]')] }),
    });
    expect(ends.get('each')).toMatchObject({ status: 'done', output: ['seen'] });
  });

  it('that waits for a person or has not begun ends at once', () => {
    const graph = {
      nodes: [
        { id: 'ask', kind: 'approval', prompt: 'Go on?' },
        { id: 'b', deps: ['ask'] },
      ],
    };
    const { ends } = driveWorkflow(createdWorkflow(graph), { say, inputs: at({ 0: [skip('ask')] }) });
    expect(statuses(ends)).toEqual({ ask: 'skipped', b: 'skipped' });
  });
});

describe('a node whose time is over', () => {
  const timeout = (node: string): EventDraft => ({
    type: 'node-deadline-passed',
    data: { node, cap: 1, elapsed: 1.2 },
  });

  it('fails this attempt, and the next one may do better', () => {
    const graph = { nodes: [{ id: 'a', timeout_s: 1, retries: 1 }] };
    const { ends } = driveWorkflow(createdWorkflow(graph), { say, inputs: at({ 0: [timeout('a')] }) });
    expect(ends.get('a')).toMatchObject({ status: 'done', attempts: 2 });
  });

  it('fails for good when no attempt is left', () => {
    const graph = { nodes: [{ id: 'a', timeout_s: 1 }] };
    const { ends, ended } = driveWorkflow(createdWorkflow(graph), { say, inputs: at({ 0: [timeout('a')] }) });
    expect(ends.get('a')).toMatchObject({ status: 'failed', error: { code: 'node/timeout' } });
    expect(ended.outcome).toBe('failed');
  });
});

it('gives up a call that hangs when the time of its node is over, makes it again, and replays', async () => {
  const bench = await openEngineBench({ faults: [{ kind: 'hang', at: [1], agent: 'Athena' }] });
  const graph = { nodes: [{ id: 'a', timeout_s: 0.3, retries: 1, backoff_s: 0.05 }] };
  const run = await bench.create(createdWorkflow(graph));
  await run.start();
  const { session_id: id, outcome } = await run.ended;
  expect(outcome).toBe('completed');
  const types = (await bench.events(id)).map(({ type }) => type);
  expect(types.filter((type) => type.startsWith('node-'))).toEqual([
    'node-started',
    'node-deadline-passed',
    'node-retried',
    'node-due',
    'node-started',
    'node-ended',
  ]);
  expect(await replaySession(id, bench.store.read(id as SessionId))).toMatchObject({ equal: true });
});

it('gives up the call of a node that a person skips, and replays', async () => {
  const bench = await openEngineBench({ faults: [{ kind: 'hang', at: [1], agent: 'Athena' }] });
  const run = await bench.create(createdWorkflow({ nodes: [{ id: 'a' }, { id: 'b', agent: 'Apollo' }] }));
  await run.start();
  await run.act([skip('a')]);
  const { session_id: id, topic_final: result } = await run.ended;
  const events = await bench.events(id);
  const ends = events.flatMap((event) =>
    event.type === 'node-ended' ? [[event.data.node, event.data.status]] : [],
  );
  expect(new Map(ends as [string, string][])).toEqual(
    new Map([
      ['a', 'skipped'],
      ['b', 'done'],
    ]),
  );
  expect(result).not.toBe('');
  expect(await replaySession(id, bench.store.read(id as SessionId))).toMatchObject({ equal: true });
});

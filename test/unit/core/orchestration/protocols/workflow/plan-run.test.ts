import { describe, expect, it } from 'vitest';
import { createdWorkflow, given } from '../../../../../support/workflow-run.ts';
import { driveWorkflow, type Script } from './drive-workflow.ts';

const nodes = [
  { id: 'a' },
  { id: 'b', deps: ['a'] },
  { id: 'c', deps: ['b'], prompt: 'Use {{b.output}}' },
  { id: 'd', deps: ['a'] },
];

const asked: string[] = [];
const say: Script['say'] = (turn) => {
  asked.push(turn.work?.prompt ?? '');
  return { content: `out of ${turn.work?.node}` };
};

const run = (choice: Parameters<typeof createdWorkflow>[1]) => {
  asked.length = 0;
  return driveWorkflow(createdWorkflow({ nodes }, choice), { say });
};

describe('a run of part of a graph', () => {
  it('takes outputs that are given and asks nobody for them', () => {
    const { ends, events } = run({ given: { a: given('first'), b: given('pinned words') } });
    expect(ends.get('b')).toMatchObject({
      status: 'done',
      source: 'pinned',
      attempts: 0,
      output: 'pinned words',
    });
    expect(asked).toContain('Use pinned words');
    const started = events.flatMap((event) => (event.type === 'node-started' ? [event.data.node] : []));
    expect(started.sort()).toEqual(['c', 'd']);
  });

  it('takes the way that a given condition went', () => {
    const graph = {
      nodes: [
        { id: 'check', kind: 'condition', input: 'x', test: { contains: 'x' } },
        { id: 'no', deps: [{ node: 'check', port: 'no' }] },
      ],
    };
    const { ends } = driveWorkflow(createdWorkflow(graph, { given: { check: given(null, 'no') } }), { say });
    expect(ends.get('no')?.status).toBe('done');
  });

  it('runs only what was asked for and what that needs, up to what is given', () => {
    const { ends, ended } = run({ only: ['c'], given: { b: given('words') } });
    expect(Object.fromEntries([...ends].map(([id, { status }]) => [id, status]))).toEqual({
      a: 'skipped',
      b: 'done',
      c: 'done',
      d: 'skipped',
    });
    expect(asked).toEqual(['Use words']);
    expect(ended).toMatchObject({ outcome: 'completed', topicFinal: 'out of c' });
  });
});

import { describe, expect, it } from 'vitest';
import { createdWorkflow } from '../../../../../support/workflow-run.ts';
import { childDone, driveWorkflow, type Script } from './drive-workflow.ts';

const run = (nodes: readonly Record<string, unknown>[], script: Partial<Script> = {}) =>
  driveWorkflow(createdWorkflow({ nodes }), { say: () => ({ content: 'done' }), ...script });

describe('the answer of a task', () => {
  it('is recorded once: its words by the turn, a list by the node', () => {
    const text = run([{ id: 'a' }]).ends.get('a');
    expect(text?.task_id).not.toBeNull();
    expect(text).not.toHaveProperty('output');
    const list = run([{ id: 'a', output: 'list' }], { say: () => ({ content: '1. x\n2. y' }) }).ends.get('a');
    expect(list).toMatchObject({ output: ['x', 'y'] });
    const json = run([{ id: 'a', output: 'json' }], { say: () => ({ content: '```json\n{"n": 1}\n```' }) });
    expect(json.ends.get('a')).toMatchObject({ output: { n: 1 } });
  });

  it('of ten megabytes is named and goes no further', () => {
    const { ends, ended } = run([{ id: 'huge' }, { id: 'b', deps: ['huge'] }], {
      say: () => ({ content: 'x'.repeat(10_000_000) }),
    });
    expect(ends.get('huge')?.error).toEqual({
      code: 'node/output-too-large',
      message: 'Node "huge" gave 10000000 characters; at most 6000000 are handed on.',
    });
    expect(ended.topicFinal).toBe('No node has given a result.');
  });
});

describe('a session inside of a node', () => {
  const talk = { id: 'talk', kind: 'session', prompt: 'Topic', session: { mode: 'debate' } };

  it('gives on what it came to', () => {
    const { ends } = run([talk], {
      child: ({ node }) => ({ ...childDone(node, 'Yes.'), outcome: 'undecided' }),
    });
    expect(ends.get('talk')).toMatchObject({ status: 'done', output: 'Yes.' });
  });

  it('fails its node by what ended it', () => {
    const outcomes = ['failed', 'no-provider', 'budget-exhausted'] as const;
    const codes = outcomes.map((outcome) => {
      const { ends } = run([talk], { child: ({ node }) => ({ ...childDone(node, ''), outcome }) });
      return ends.get('talk')?.error?.code;
    });
    expect(codes).toEqual(['node/session-failed', 'provider/unavailable', 'budget/exceeded']);
  });
});

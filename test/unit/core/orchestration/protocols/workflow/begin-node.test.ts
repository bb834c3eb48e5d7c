import { describe, expect, it } from 'vitest';
import { createdWorkflow } from '../../../../../support/workflow-run.ts';
import { driveWorkflow, type Script } from './drive-workflow.ts';

const say: Script['say'] = (turn) => ({ content: `out of ${turn.work?.node}` });
const run = (nodes: readonly Record<string, unknown>[], script: Partial<Script> = {}) =>
  driveWorkflow(createdWorkflow({ nodes }), { say, approve: () => true, ...script });

describe('a condition', () => {
  it('goes its way by its input', () => {
    const condition = { id: 'c', kind: 'condition', deps: ['a'], test: { contains: 'OUT OF A' } };
    expect(run([{ id: 'a' }, { ...condition, input: '{{a.output}}' }]).ends.get('c')?.branch).toBe('yes');
    expect(run([{ id: 'a' }, { ...condition, input: 'else' }]).ends.get('c')?.branch).toBe('no');
  });

  it('looks at what came before it where it has no input', () => {
    const condition = { id: 'c', kind: 'condition', deps: ['a'], test: { equals: 'out of a' } };
    expect(run([{ id: 'a' }, condition]).ends.get('c')).toMatchObject({
      status: 'done',
      branch: 'yes',
      task_id: null,
    });
  });
});

describe('an approval', () => {
  const ask = { id: 'ask', kind: 'approval', prompt: 'Is this right?', deps: ['a'] };

  it('shows its question with what came before, and hands that on', () => {
    const { events, ends } = run([{ id: 'a' }, ask]);
    const text = 'Is this right?\n\nout of a';
    expect(events).toContainEqual({ type: 'approval-requested', data: { node: 'ask', text } });
    expect(ends.get('ask')).toMatchObject({ status: 'done', branch: 'approved', output: text });
  });

  it('hands on what the person wrote instead, and lets the rest go on meanwhile', () => {
    let asked = false;
    const { events, ends } = run([{ id: 'a' }, ask, { id: 'b' }, { id: 'c', deps: ['b'] }], {
      approve: () => undefined,
      inputs: (_step, open) => {
        if (open.length > 0 || asked) return [];
        asked = true;
        const data = { by: 'user', node: 'ask', approved: false, output: 'No.', note: '' };
        return [{ type: 'approval-answered', data }];
      },
    });
    expect(ends.get('ask')).toMatchObject({ branch: 'rejected', output: 'No.' });
    const order = events.flatMap((event) => (event.type === 'node-ended' ? [event.data.node] : []));
    expect(order.at(-1)).toBe('ask');
  });
});

it('fails a kind that cannot be run, by name', () => {
  expect(run([{ id: 't', kind: 'tool', tool: 'search' }]).ends.get('t')).toMatchObject({
    status: 'failed',
    error: { code: 'node/not-runnable', message: 'A node of the kind tool cannot be run.' },
  });
});

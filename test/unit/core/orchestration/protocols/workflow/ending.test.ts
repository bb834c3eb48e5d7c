import { describe, expect, it } from 'vitest';
import { createdWorkflow } from '../../../../../support/workflow-run.ts';
import { driveWorkflow, type Script } from './drive-workflow.ts';

const say: Script['say'] = (turn) => ({ content: `out of ${turn.work?.node}` });
const end = (nodes: readonly Record<string, unknown>[], script: Script['say'] = say) =>
  driveWorkflow(createdWorkflow({ nodes }, { on_failure: 'continue' }), { say: script }).ended;

describe('the end of a graph', () => {
  it('is what its last nodes gave, each under its title where there are several', () => {
    expect(end([{ id: 'a' }]).topicFinal).toBe('out of a');
    expect(
      end([{ id: 'a' }, { id: 'b', deps: ['a'], title: 'Two' }, { id: 'c', deps: ['a'] }]).topicFinal,
    ).toBe('## Two\n\nout of b\n\n## c\n\nout of c');
  });

  it('is what nobody has used yet, where the last nodes gave nothing', () => {
    const nodes = [
      { id: 'a' },
      { id: 'check', kind: 'condition', input: 'x', test: { contains: 'y' }, deps: ['a'] },
      { id: 'b', deps: ['a', { node: 'check', port: 'yes' }] },
    ];
    expect(end(nodes)).toMatchObject({
      outcome: 'completed',
      reason: '2 of 3 nodes were done; the others were passed over.',
      topicFinal: 'out of a',
    });
  });

  it('is that of the first failed node of the file, whichever failed first', () => {
    const nodes = [{ id: 'late', deps: ['z'] }, { id: 'z' }, { id: 'early' }];
    const { outcome, reason } = end(nodes, (turn) => {
      if (turn.work?.node === 'late') return { fails: 'node/invalid-output' };
      return turn.work?.node === 'early' ? { fails: 'provider/server' } : { content: 'done' };
    });
    expect({ outcome, reason }).toEqual({ outcome: 'failed', reason: 'Node "late" failed: it failed' });
  });

  it('never holds more than fits into an event', () => {
    const { topicFinal } = end([{ id: 'a' }, { id: 'b' }], () => ({ content: 'word '.repeat(200_000) }));
    expect(topicFinal.length).toBeLessThan(300_000);
    expect(topicFinal).toContain('[cut]');
  });

  it('says that there is none, where nothing was done', () => {
    expect(end([{ id: 'a' }], () => ({ fails: 'provider/server' })).topicFinal).toBe(
      'No node has given a result.',
    );
  });
});

import { describe, expect, it } from 'vitest';
import { createdWorkflow } from '../../../../../support/workflow-run.ts';
import { driveWorkflow, type Script } from './drive-workflow.ts';

const prompts: string[] = [];
const say: Script['say'] = (turn) => {
  prompts.push(`${turn.work?.node}: ${turn.work?.prompt}`);
  return { content: turn.work?.expects === 'list' ? '["x","y","z"]' : `out of ${turn.work?.node}` };
};

const run = (graph: Record<string, unknown>, script: Partial<Script> = {}) => {
  prompts.length = 0;
  return driveWorkflow(createdWorkflow(graph), { say, ...script });
};

const list = { id: 'list', output: 'list', prompt: 'List.' };

describe('a map', () => {
  it('does its prompt once for each item, and gives the list of what came of them in the order of the items', () => {
    const each = { id: 'each', kind: 'map', over: 'list', prompt: '{{index}} {{item}}', deps: ['list'] };
    const { ends, events } = run({ nodes: [list, each] }, { seed: 3 });
    expect(prompts.slice(1).sort()).toEqual(['each[0]: 0 x', 'each[1]: 1 y', 'each[2]: 2 z']);
    expect(ends.get('each')?.output).toEqual(['out of each[0]', 'out of each[1]', 'out of each[2]']);
    const added = events.flatMap((event) => (event.type === 'nodes-added' ? [event.data] : []));
    expect(added).toEqual([
      {
        parent: 'each',
        nodes: [0, 1, 2].map((index) => ({
          id: `each[${index}]`,
          kind: 'task',
          title: `each[${index}]`,
          deps: [],
          agent: 'Athena',
        })),
      },
    ]);
  });

  it('runs no more items at once than it allows, also where the body is a graph', () => {
    const graph = {
      nodes: [list, { id: 'each', kind: 'map', over: 'list', graph: 'each', parallel: 1, deps: ['list'] }],
      graphs: {
        each: {
          nodes: [
            { id: 'each/a', prompt: 'Look at {{item}}', agent: 'Athena' },
            { id: 'each/b', prompt: 'Again: {{nodes["each/a"].output}}', agent: 'Athena', deps: ['each/a'] },
          ],
          output: 'each/b',
        },
      },
    };
    const { ends, widest } = run(graph);
    expect(widest).toBe(1);
    expect(prompts.slice(1)).toEqual([
      'each[0]/a: Look at x',
      'each[0]/b: Again: out of each[0]/a',
      'each[1]/a: Look at y',
      'each[1]/b: Again: out of each[1]/a',
      'each[2]/a: Look at z',
      'each[2]/b: Again: out of each[2]/a',
    ]);
    expect(ends.get('each')?.output).toEqual(['out of each[0]/b', 'out of each[1]/b', 'out of each[2]/b']);
  });

  it('fails with more items than it takes, and makes none of an empty list', () => {
    const each = { id: 'each', kind: 'map', over: 'list', prompt: '{{item}}', deps: ['list'], max_items: 2 };
    expect(run({ nodes: [list, each] }).ends.get('each')).toMatchObject({
      status: 'failed',
      error: { code: 'node/too-many-items' },
    });
    const empty: Script['say'] = () => ({ content: '[]' });
    expect(run({ nodes: [list, each] }, { say: empty }).ends.get('each')).toMatchObject({ output: [] });
  });

  it('fails when an item failed, and says which', () => {
    const each = { id: 'each', kind: 'map', over: 'list', prompt: '{{item}}', deps: ['list'] };
    const { ends, ended } = run(
      { nodes: [list, each] },
      { say: (turn, n) => (turn.work?.node === 'each[1]' ? { fails: 'provider/server' } : say(turn, n)) },
    );
    expect(ends.get('each')?.error?.message).toBe('"each[1]" failed: it failed');
    expect(ended.outcome).toBe('no-provider');
  });
});

describe('a reduce', () => {
  const of = (more: Record<string, unknown>) => ({
    nodes: [
      list,
      { id: 'sum', kind: 'reduce', over: 'list', deps: ['list'], prompt: 'Sum: {{list.output}}', ...more },
    ],
  });

  it('makes one text of the whole list', () => {
    const { ends } = run(of({}));
    expect(prompts.at(-1)).toBe('sum: Sum: - x\n- y\n- z');
    expect(ends.get('sum')).toMatchObject({ status: 'done', task_id: expect.any(String) });
  });

  it('goes in steps until one text is left, each with its batch', () => {
    const { ends } = run(of({ batch: 2 }));
    expect(prompts.slice(1).sort()).toEqual([
      'sum[0]: Sum: - x\n- y',
      'sum[1]: Sum: - z',
      'sum[2]: Sum: - out of sum[0]\n- out of sum[1]',
    ]);
    expect(ends.get('sum')?.output).toBe('out of sum[2]');
  });
});

describe('a loop', () => {
  it('repeats until its test is met, each round with the one before', () => {
    const loop = {
      id: 'refine',
      kind: 'loop',
      prompt: '{{iteration}} {{previous}}',
      until: { contains: '[2]' },
      max: 5,
    };
    const { ends } = run({ nodes: [loop] });
    expect(prompts).toEqual(['refine[1]: 1 ', 'refine[2]: 2 out of refine[1]']);
    expect(ends.get('refine')?.output).toBe('out of refine[2]');
  });

  it('ends at its bound', () => {
    const loop = { id: 'refine', kind: 'loop', prompt: 'Better.', until: { contains: 'never' }, max: 3 };
    expect(run({ nodes: [loop] }).ends.get('refine')).toMatchObject({ output: 'out of refine[3]' });
    expect(prompts).toHaveLength(3);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planItems } from '../../../../../core/graph/plan/plan-items.ts';

const ids = (value: unknown) => planItems(value)?.items.map(({ id }) => id);

describe('planItems', () => {
  const task = { id: 'a', prompt: 'Do it', agent: 'Athena', deps: ['b'] };

  it.each([
    { nodes: [task] },
    { Tasks: [task] },
    { plan: { graph: { nodes: [task] } } },
    { steps: { a: { ...task, id: undefined } } },
    [task],
    task,
  ])('finds the tasks of %j', (value) => {
    expect(planItems(value)?.items).toEqual([
      { id: 'a', title: null, prompt: 'Do it', agent: 'Athena', deps: ['b'], kind: 'task', output: 'text' },
    ]);
  });

  it.each([
    [{ task_id: 3, description: 'Do it', assigned_to: 'Athena', depends_on: [1, { id: 2 }] }, ['1', '2']],
    [{ id: '3', instructions: ['Do', 'it'], Owner: { name: 'Athena' }, needs: '1, 2' }, ['1', '2']],
    [{ step: 3, task: 'Do it', role: 'Athena', dependsOn: 'none' }, []],
    [{ id: '3', goal: 'Do it', who: 'Athena', dependencies: null, after: 1 }, ['1']],
  ])('reads members under other usual names: %j', (item, deps) => {
    const [read] = planItems({ nodes: [item] })?.items ?? [];
    expect(read).toMatchObject({ id: '3', agent: 'Athena', deps });
    expect(read?.prompt.replace('\n', ' ')).toBe('Do it');
  });

  it('takes sentences for tasks, and edges for dependencies', () => {
    expect(planItems({ steps: ['Look', 'Leap', ''] })?.items.map(({ prompt }) => prompt)).toEqual([
      'Look',
      'Leap',
    ]);
    const edges = [{ from: 'a', to: 'b' }, ['b', 'c'], { source: 'a', target: 'c' }, 7];
    const plan = planItems({ nodes: ['a', 'b', 'c'].map((id) => ({ id, prompt: id })), edges });
    expect(plan?.items.map(({ deps }) => deps)).toEqual([[], ['a'], ['b', 'a']]);
  });

  it('finds none where there is none', () => {
    for (const value of [
      null,
      1,
      'nodes',
      [],
      ['a'],
      {},
      { position: 'yes' },
      { nodes: 3 },
      { prompt: 'x' },
    ]) {
      expect(planItems(value)).toBeUndefined();
    }
  });

  it('is of bounded size and never throws', () => {
    expect(ids({ nodes: Array.from({ length: 5_000 }, (_, id) => ({ id, prompt: 'x' })) })).toHaveLength(
      2_000,
    );
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), (value) => void planItems({ nodes: value, plan: value })),
    );
  });
});

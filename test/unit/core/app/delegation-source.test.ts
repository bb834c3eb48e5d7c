import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { delegationSource } from '../../../../core/app/delegation-source.ts';
import { readGraph } from '../../../../core/graph/index.ts';
import { openCore } from '../../../support/open-core.ts';

const nodesOf = (changes: Partial<Parameters<typeof delegationSource>[0]> = {}) => {
  const { source, inputs } = delegationSource({ topic: 'Move {{us}}', agents: ['Athena'], ...changes });
  expect(inputs).toEqual({ goal: 'Move {{us}}' });
  return readGraph(source.data).graph.nodes;
};

describe('delegationSource', () => {
  it('fills what a specification leaves out with shipped agents', () => {
    expect(nodesOf()).toMatchObject([
      { agents: ['Athena'], planner: 'Planner', reviewer: 'Critic', rounds: 2 },
      { agent: 'Synthesizer' },
    ]);
  });

  it('takes planner, judge, synthesizer and rounds from it', () => {
    const nodes = nodesOf({ planner: 'Apollo', judge: 'Judge', synthesizer: 'Hermes', max_rounds: 99 });
    expect(nodes).toMatchObject([{ planner: 'Apollo', reviewer: 'Judge', rounds: 10 }, { agent: 'Hermes' }]);
  });
});

describe('the sample of a delegation', () => {
  it('runs unattended to its end, sent back once, and replays', async () => {
    const { api, startFromText, whenEnded } = await openCore();
    const file = 'scenarios/delegation-harbour-festival.yaml';
    const id = await startFromText(readFileSync(file, 'utf8'), { file });
    expect(await whenEnded(id)).toMatchObject({ outcome: 'completed', exit_code: 0, stub: true });
    const { nodes } = await api['sessions.graph']({ id });
    expect(nodes.map((node) => node.id)).toEqual(
      expect.arrayContaining([
        'work',
        'work/:plan',
        'work/:review',
        'work#2/:plan',
        'work#2/:review',
        'result',
      ]),
    );
    expect(nodes.every(({ status }) => status === 'done')).toBe(true);
    const { turns } = await api['sessions.get']({ id });
    expect(new Set(turns.map(({ kind }) => kind))).toEqual(new Set(['plan', 'task', 'review']));
    expect(turns.every(({ stub }) => stub)).toBe(true);
    expect(await api['sessions.replay']({ id })).toMatchObject({ equal: true });
  });
});

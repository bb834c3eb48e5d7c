import { describe, expect, it } from 'vitest';
import { createdWorkflow } from '../../../../../support/workflow-run.ts';
import { driveWorkflow, type Script } from './drive-workflow.ts';

const nested = {
  nodes: [{ id: 'outer', kind: 'loop', graph: 'outer', max: 2 }],
  graphs: {
    outer: {
      nodes: [
        { id: 'outer/list', output: 'list', agent: 'Athena', prompt: 'Round {{iteration}}' },
        {
          id: 'outer/each',
          kind: 'map',
          over: 'outer/list',
          agent: 'Athena',
          prompt: '{{iteration}} {{item}}',
          deps: ['outer/list'],
        },
      ],
      output: 'outer/each',
    },
  },
};

const say: Script['say'] = (turn) => ({
  content: turn.work?.expects === 'list' ? '- x\n- y' : (turn.work?.prompt ?? ''),
});

describe('bodies inside of bodies', () => {
  it('stand under ids that tell where they belong, and know the variables of those around them', () => {
    const { ends } = driveWorkflow(createdWorkflow(nested), { say });
    expect([...ends.keys()].sort()).toEqual(
      [1, 2]
        .flatMap((round) => [
          `outer[${round}]/list`,
          `outer[${round}]/each`,
          `outer[${round}]/each[0]`,
          `outer[${round}]/each[1]`,
        ])
        .concat('outer')
        .sort(),
    );
    expect(ends.get('outer')?.output).toEqual(['2 x', '2 y']);
  });

  it('are stopped from the inside out, and the node around them says so', () => {
    let count = 0;
    const { ends, ended } = driveWorkflow(createdWorkflow(nested), {
      say,
      inputs: () => {
        count += 1;
        return count === 2 ? [{ type: 'stop-requested', data: { by: 'user', synthesis: false } }] : [];
      },
    });
    expect(ended.outcome).toBe('stopped');
    expect([...ends].map(([id, { status }]) => [id, status])).toEqual([
      ['outer[1]/list', 'done'],
      ['outer[1]/each[0]', 'stopped'],
      ['outer[1]/each[1]', 'stopped'],
      ['outer[1]/each', 'stopped'],
      ['outer', 'stopped'],
    ]);
  });
});

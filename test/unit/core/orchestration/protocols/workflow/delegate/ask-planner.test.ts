import { describe, expect, it } from 'vitest';
import { openDelegationBench, planOf, promptsOf } from '../../../../../../support/delegation-bench.ts';

const promptFor = async (node: Readonly<Record<string, unknown>>, choice: object = {}) => {
  const { delegate } = await openDelegationBench(({ task }) =>
    task === 'plan' ? planOf('a') : '**Decision:** accept',
  );
  const { events } = await delegate(node, choice);
  return promptsOf(events, 'plan')[0] ?? '';
};

describe('askPlanner', () => {
  it('names the team with its descriptions, the goal and the bounds', async () => {
    const prompt = await promptFor({});
    expect(prompt).toContain('## Task\n| Move the office.');
    expect(prompt).toContain('## Team\n- Athena: Athena, for tests\n- Apollo: Apollo, for tests\n');
    expect(prompt).toContain('At most 12 tasks.');
    expect(prompt).not.toContain('"kind": "delegate"');
  });

  it('offers everybody but planner and reviewer where nobody is named', async () => {
    const prompt = await promptFor({ agents: [] });
    const team = /## Team\n((?:- .*\n)+)/.exec(prompt)?.[1] ?? '';
    expect(team.match(/^- \w+/gm)).toEqual(['- Athena', '- Apollo', '- Hermes']);
  });

  it('says so where a task may delegate again', async () => {
    const delegation = { max_nodes: 3, max_depth: 2, approve: 'auto' };
    expect(await promptFor({}, { delegation })).toContain('"kind": "delegate"');
  });
});

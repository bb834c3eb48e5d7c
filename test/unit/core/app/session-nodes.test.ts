import { describe, expect, it } from 'vitest';
import { sessionNodeProblems, withExactSessions } from '../../../../core/app/session-nodes.ts';
import { readGraph } from '../../../../core/graph/index.ts';

const graphOf = (session: object) =>
  readGraph({
    nodes: [{ id: 'a' }, { id: 'talk', kind: 'session', prompt: 'Good?', deps: ['a'], session }],
  }).graph;

describe('sessions inside of nodes', () => {
  it('are checked like any session, with their node', () => {
    const known = { agents: ['Athena', 'Apollo'] };
    const check = (session: object) => sessionNodeProblems(graphOf(session), known, 'g.yaml');
    expect(check({ mode: 'debate', agents: ['Athena', 'Apollo'] })).toEqual([]);
    const [problem] = check({ mode: 'debate', agents: ['Athena', 'Apolo'] });
    expect(problem).toMatchObject({
      code: 'input/unknown-agent',
      nearest: 'Apollo',
      message: expect.stringContaining('node "talk"'),
      where: { file: 'g.yaml', path: 'nodes["talk"].session.agents[1]' },
    });
    expect(check({ mode: 'debate', agents: ['Athena'] })).toHaveLength(1);
    expect(check({ mode: 'workflow', graph: { nodes: [] } })).toMatchObject([
      { message: expect.stringContaining('subgraph') },
    ]);
  });

  it('are frozen with the versions of today', () => {
    const exact = withExactSessions(
      graphOf({ mode: 'debate', agents: ['Athena', 'Apollo@1.0.0'], judge: 'Judge', max_rounds: 2 }),
      (reference) => (reference.includes('@') ? reference : `${reference}@2.0.0`),
    );
    expect(exact.nodes[1]).toMatchObject({
      session: {
        mode: 'debate',
        agents: ['Athena@2.0.0', 'Apollo@1.0.0'],
        judge: 'Judge@2.0.0',
        max_rounds: 2,
      },
    });
  });
});

import { describe, expect, it } from 'vitest';
import { withTeams } from '../../../../core/app/with-teams.ts';
import { readGraph } from '../../../../core/graph/index.ts';
import { openCore } from '../../../support/open-core.ts';

const library = ['Athena', 'Athena@1.0.0', 'Apollo@2.0.0', 'Planner', 'Critic'];
const team = (data: object, id = 'team') => {
  const graph = withTeams(readGraph(data).graph, library);
  const all = [...graph.nodes, ...Object.values(graph.graphs).flatMap(({ nodes }) => nodes)];
  const node = all.find((one) => one.id === id);
  return node?.kind === 'delegate' ? node.agents : undefined;
};
const delegate = { id: 'team', kind: 'delegate', prompt: 'Go.' };

describe('withTeams', () => {
  it('offers everybody but planner and reviewer, once, where nobody is named', () => {
    expect(team({ nodes: [delegate] })).toEqual(['Athena', 'Apollo', 'Critic']);
    expect(team({ nodes: [{ ...delegate, reviewer: 'Critic', planner: 'Apollo@2.0.0' }] })).toEqual([
      'Athena',
      'Planner',
    ]);
  });

  it('leaves a team that is named, and goes into graphs by name', () => {
    expect(team({ nodes: [{ ...delegate, agents: ['Athena'] }] })).toEqual(['Athena']);
    const inner = { nodes: [], graphs: { part: { nodes: [delegate] } } };
    expect(team(inner)).toEqual(['Athena', 'Apollo', 'Critic']);
  });

  it('offers nobody in two versions', () => {
    expect(team({ nodes: [delegate, { id: 'a', agent: 'Athena@1.0.0' }] })).toEqual([
      'Athena@1.0.0',
      'Apollo',
      'Critic',
    ]);
  });

  it('takes no more than there are seats', () => {
    const many = Array.from({ length: 100 }, (_, at) => `A${at}`);
    const [node] = withTeams(readGraph({ nodes: [delegate] }).graph, many).nodes;
    expect(node?.kind === 'delegate' && node.agents).toHaveLength(64);
  });

  it('is what a run of a file offers, unless the run names agents', async () => {
    const core = await openCore();
    const graph = { nodes: [{ ...delegate, rounds: 0 }] };
    const offered = async (agents?: readonly string[]) => {
      const { id } = await core.api['sessions.create']({
        mode: 'workflow',
        topic: 'x',
        graph,
        model: 'stub/planner',
        ...(agents && { agents }),
      });
      await core.whenEnded(id);
      const { items } = await core.api['sessions.events']({ id, limit: 1000 });
      const call = items.find(({ type }) => type === 'call-started')?.data as {
        readonly messages: readonly { readonly content: string }[];
      };
      const words = call.messages.map(({ content }) => content).join('\n');
      return [...words.matchAll(/^- (\w+): /gm)].map(([, name]) => name);
    };
    const everybody = await offered();
    expect(everybody).toEqual(expect.arrayContaining(['Athena', 'Hermes', 'Skeptic']));
    expect(everybody).not.toContain('Planner');
    expect(await offered(['Athena', 'Apollo'])).toEqual(['Athena', 'Apollo']);
  });
});

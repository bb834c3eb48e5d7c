import { describe, expect, it } from 'vitest';
import { type RunWishes, takenOutputs, withTaken } from '../../../../core/app/taken-outputs.ts';
import type { EventData, RunEvent, SessionSummary, WorkflowRun } from '../../../../core/contract/index.ts';
import { type Graph, graphAsData, readGraph, runnableGraph } from '../../../../core/graph/index.ts';

const id = '5e551000-0000-4000-8000-000000000001';
/** a -> b -> c, a -> d; `s` stands for two nodes. */
const graph = (prompt = 'first') =>
  runnableGraph(
    readGraph({
      graphs: { part: { nodes: [{ id: 'one' }, { id: 'two', deps: ['one'] }] } },
      nodes: [
        { id: 'a', prompt },
        { id: 'b', deps: ['a'] },
        { id: 'c', deps: ['b'] },
        { id: 'd', deps: ['a'] },
        { id: 's', kind: 'subgraph', graph: 'part', deps: ['d'] },
      ],
    }).graph,
  );

const created = (of: Graph, given: WorkflowRun['given'] = {}) =>
  ({
    specification: {
      model: null,
      max_output_tokens: null,
      context_tokens: 8192,
      seed: 0,
      workflow: { graph: graphAsData(of), inputs: {}, given, only: null },
    },
    agents: {},
    chains: {},
  }) as unknown as EventData<'session-created'>;

const store = (statuses: Readonly<Record<string, string>>) => ({
  session: async () => ({}) as SessionSummary,
  read: async function* () {
    yield [
      { type: 'session-created', data: created(graph()) },
      ...Object.entries(statuses).map(([node, status]) => ({
        type: 'node-ended',
        data: { node, status, source: 'run', task_id: null, branch: null, output: `out ${node}` },
      })),
    ] as unknown as RunEvent[];
  },
});
const all = { a: 'done', b: 'done', c: 'done', d: 'done' };
const take = (wishes: RunWishes, statuses: Readonly<Record<string, string>> = all, changed = graph('new')) =>
  takenOutputs(store(statuses), changed, wishes, created(changed));

describe('takenOutputs', () => {
  it('takes nothing where nothing is wished for', async () => {
    expect(await take({})).toEqual({ given: {}, only: null });
  });

  it('runs from a node on, with what comes before from the earlier run', async () => {
    const taken = await take({ reuse: id, from: ['b'] });
    expect(taken.only).toEqual(['b', 'c']);
    expect(Object.keys(taken.given)).toEqual(['a', 'd']);
    expect(taken.given['a']).toEqual({
      output: 'out a',
      branch: null,
      source: 'earlier',
      session_id: id,
    });
  });

  it('runs only what is named; a subgraph means all of it', async () => {
    expect((await take({ reuse: id, only: ['c'] })).only).toEqual(['c']);
    expect((await take({ reuse: id, only: ['s'] })).only).toEqual(['s/one', 's/two']);
    expect(await take({ only: ['a'] })).toEqual({ given: {}, only: ['a'] });
  });

  it('lets a node that was passed over be passed over again', async () => {
    const taken = await take({ reuse: id, only: ['c'] }, { a: 'done', b: 'skipped' });
    expect(taken.only).toEqual(['c']);
  });

  it('takes what did not change, and says so', async () => {
    const { given, only } = await take({ reuse: id }, all, graph());
    expect(only).toBeNull();
    expect(Object.entries(given).map(([node, { source }]) => [node, source])).toEqual([
      ['a', 'cached'],
      ['b', 'cached'],
      ['c', 'cached'],
      ['d', 'cached'],
    ]);
    expect((await take({ reuse: id })).given).toEqual({});
  });

  it.each<[RunWishes, RegExp]>([
    [{ only: ['c'] }, /needs the output of "b".*\.$/],
    [{ reuse: id, only: ['c'] }, /session .* has none: it was failed/],
    [{ reuse: id, from: ['s'] }, /has none: it did not run there/],
    [{ reuse: id, only: ['zz'] }, /no node "zz"/],
    [{ reuse: id, only: ['a'], from: ['a'] }, /contradict/],
  ])('refuses %j', async (wishes, message) => {
    await expect(take(wishes, { a: 'done', b: 'failed' })).rejects.toThrow(message);
  });
});

describe('withTaken', () => {
  it('lets what a person pinned go before it', () => {
    const pinned = { output: 'mine', source: 'pinned', session_id: null, branch: null } as const;
    const cached = { output: 'theirs', source: 'cached', session_id: id, branch: null } as const;
    const taken = withTaken(created(graph(), { a: pinned }), {
      given: { a: cached, b: cached },
      only: ['c'],
    });
    expect(taken.specification.workflow).toMatchObject({ given: { a: pinned, b: cached }, only: ['c'] });
  });
});

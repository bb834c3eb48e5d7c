import { describe, expect, it } from 'vitest';
import type { EarlierRun } from '../../../../core/app/earlier-run.ts';
import { unchangedNodes } from '../../../../core/app/unchanged-nodes.ts';
import type { EventData } from '../../../../core/contract/index.ts';
import { type Graph, graphAsData, readGraph, runnableGraph } from '../../../../core/graph/index.ts';

const graphOf = (change: object = {}): Graph =>
  runnableGraph(
    readGraph({
      nodes: [
        { id: 'a', prompt: 'one', ...change },
        { id: 'b', deps: ['a'] },
        { id: 'c', agent: 'Athena' },
      ],
    }).graph,
  );
const created = (change: object = {}, fingerprint = 'f', model = 'stub/debater') =>
  ({
    specification: { model: null, max_output_tokens: null, context_tokens: 8192, seed: 0, ...change },
    agents: {
      'Planner@1.0.0': { name: 'Planner', fingerprint: 'p' },
      'Athena@1.0.0': { name: 'Athena', fingerprint },
    },
    chains: { 'Planner@1.0.0': ['stub/debater'], 'Athena@1.0.0': [model] },
  }) as unknown as EventData<'session-created'>;
const earlier = (sources: Iterable<readonly [string, 'run' | 'earlier' | 'cached']> = []) =>
  ({
    created: created(),
    workflow: { graph: graphAsData(graphOf()) },
    sources: new Map(sources),
  }) as unknown as EarlierRun;
const unchanged = (graph = graphOf(), now = created(), from = earlier()) => [
  ...unchangedNodes(from, graph, now),
];

describe('unchangedNodes', () => {
  it('are all where nothing changed; a place on the canvas changes nothing', () => {
    expect(unchanged()).toEqual(['a', 'b', 'c']);
    expect(unchanged(graphOf({ position: { x: 1, y: 2 } }))).toEqual(['a', 'b', 'c']);
  });

  it('are not those that changed, nor what comes behind them', () => {
    expect(unchanged(graphOf({ prompt: 'two' }))).toEqual(['c']);
  });

  it('depend on the agent, its models and the settings of the run', () => {
    expect(unchanged(graphOf(), created({}, 'other'))).toEqual(['a', 'b']);
    expect(unchanged(graphOf(), created({}, 'f', 'stub/critic'))).toEqual(['a', 'b']);
    expect(unchanged(graphOf(), created({ seed: 1 }))).toEqual([]);
    expect(unchanged(graphOf(), created({ model: 'stub/critic' }))).toEqual([]);
  });

  it('are not those that were built on the output of yet another run', () => {
    expect(unchanged(graphOf(), created(), earlier([['a', 'earlier']]))).toEqual(['c']);
    expect(unchanged(graphOf(), created(), earlier([['a', 'cached']]))).toEqual(['a', 'b', 'c']);
  });
});

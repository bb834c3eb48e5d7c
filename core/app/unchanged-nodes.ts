import { canonicalJson, type EventData } from '../contract/index.ts';
import { fingerprintsOf, type Graph, type RunFacts, readGraph, topologyOf } from '../graph/index.ts';
import type { EarlierRun } from './earlier-run.ts';

type Created = EventData<'session-created'>;

/** Nodes whose output depends on nothing else than in the earlier run, by graph, agents, models and settings. */
export const unchangedNodes = (earlier: EarlierRun, graph: Graph, created: Created): ReadonlySet<string> => {
  const old = readGraph(earlier.workflow.graph).graph;
  const before = fingerprintsOf(old, factsOf(earlier.created));
  const after = fingerprintsOf(graph, factsOf(created));
  const foreign = builtOnForeign(earlier, old);
  return new Set(
    graph.nodes.map(({ id }) => id).filter((id) => before.get(id) === after.get(id) && !foreign.has(id)),
  );
};

/** Nodes that the earlier run took from a run before it whatever had changed, and all behind them. */
const builtOnForeign = ({ sources }: EarlierRun, { nodes }: Graph): ReadonlySet<string> => {
  const { dependants } = topologyOf(nodes);
  const all = new Set<string>();
  for (const [id, source] of sources) if (source === 'earlier') all.add(id);
  for (const id of all) for (const next of dependants.get(id) ?? []) all.add(next);
  return all;
};

const factsOf = ({ specification, agents, chains }: Created): RunFacts => {
  const { model, max_output_tokens, context_tokens, seed } = specification;
  const byName = new Map(Object.entries(agents).map(([reference, agent]) => [agent.name, reference]));
  return {
    agent: (written) => {
      const reference = byName.get(written.split('@', 1)[0] ?? written) ?? written;
      // Members of sessions inside of nodes are no agents of this one; they are written as exact versions.
      return canonicalJson([
        reference,
        agents[reference]?.fingerprint ?? null,
        chains[reference]?.slice() ?? [],
      ]);
    },
    settings: canonicalJson([model, max_output_tokens, context_tokens, seed]),
  };
};

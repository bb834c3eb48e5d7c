import { AgentNetError, type EventData, nearestName, type WorkflowRun } from '../contract/index.ts';
import { type Graph, topologyOf, usedDeps } from '../graph/index.ts';
import type { EventStore } from '../storage/index.ts';
import { type EarlierRun, readEarlierRun } from './earlier-run.ts';
import { unchangedNodes } from './unchanged-nodes.ts';

/** Outputs that a run does not make itself, and which nodes it runs (null: all). */
export interface TakenOutputs {
  readonly given: WorkflowRun['given'];
  readonly only: readonly string[] | null;
}

/** What a user may ask of a run beyond the graph. */
export interface RunWishes {
  /** An earlier run whose outputs are taken. */
  readonly reuse?: string;
  /** Run from these nodes on. */
  readonly from?: readonly string[];
  /** Run these nodes and no others. */
  readonly only?: readonly string[];
}

/**
 * What of an earlier run goes into this one. Where nodes are chosen, all others are taken from it whatever changed
 * (`earlier`); else those are taken that did not change, with everything before them (`cached`).
 *
 * `created` is what this run would be recorded with. Throws an input error where a node that is to run needs an output that nobody has.
 */
export const takenOutputs = async (
  store: Pick<EventStore, 'read' | 'session'>,
  graph: Graph,
  { reuse, from = [], only = [] }: RunWishes,
  created: EventData<'session-created'>,
): Promise<TakenOutputs> => {
  if (from.length > 0 && only.length > 0) {
    throw refused(
      'Both from and only are given, and they contradict each other.',
      'Give one of them.',
      'from',
    );
  }
  const earlier = reuse === undefined ? null : await readEarlierRun(store, reuse);
  const unchanged = earlier === null ? new Set<string>() : unchangedNodes(earlier, graph, created);
  const chosen =
    from.length > 0
      ? withDependants(graph, named(graph, from, 'from'))
      : only.length > 0
        ? named(graph, only, 'only')
        : null;
  const given: Record<string, WorkflowRun['given'][string]> = {};
  for (const { id } of graph.nodes) {
    const found = earlier?.outputs.get(id);
    if (!earlier || !found || (chosen ? chosen.has(id) : !unchanged.has(id))) continue;
    given[id] = { ...found, source: unchanged.has(id) ? 'cached' : 'earlier', session_id: earlier.id };
  }
  if (chosen) refuseMissing(graph, chosen, given, earlier);
  return { given, only: chosen && [...chosen] };
};

/** Nodes by the ids of the file; one of a subgraph means all that stands in its place. */
const named = ({ nodes }: Graph, ids: readonly string[], path: 'from' | 'only'): ReadonlySet<string> => {
  const found = new Set<string>();
  for (const id of ids) {
    const matches = nodes.filter((node) => node.id === id || node.id.startsWith(`${id}/`));
    for (const node of matches) found.add(node.id);
    if (matches.length > 0) continue;
    const nearest = nearestName(
      id,
      nodes.map((node) => node.id),
    );
    throw refused(
      `There is no node ${JSON.stringify(id.slice(0, 80))} that runs in this graph.`,
      nearest === undefined ? 'Name a node of the graph.' : `Did you mean ${nearest}?`,
      path,
    );
  }
  return found;
};

/** A run with what is taken; what a person pinned goes before it. */
export const withTaken = (
  created: EventData<'session-created'>,
  { given, only }: TakenOutputs,
): EventData<'session-created'> => {
  const { workflow } = created.specification;
  if (!workflow) return created;
  const settled = { ...workflow, given: { ...given, ...workflow.given }, only: only && [...only] };
  return { ...created, specification: { ...created.specification, workflow: settled } };
};

const withDependants = ({ nodes }: Graph, first: ReadonlySet<string>): ReadonlySet<string> => {
  const { dependants } = topologyOf(nodes);
  const all = new Set(first);
  for (const id of all) for (const next of dependants.get(id) ?? []) all.add(next);
  return all;
};

const refuseMissing = (
  { nodes }: Graph,
  chosen: ReadonlySet<string>,
  given: WorkflowRun['given'],
  earlier: EarlierRun | null,
): void => {
  const pinned = new Set(nodes.filter((node) => node.pinned !== undefined).map(({ id }) => id));
  for (const node of nodes) {
    const { id } = node;
    if (!chosen.has(id)) continue;
    for (const dep of usedDeps(node)) {
      if (chosen.has(dep) || pinned.has(dep) || Object.hasOwn(given, dep)) continue;
      const status = earlier?.statuses.get(dep);
      // It was passed over, and will be again: what it depends on is there.
      if (status === 'skipped') continue;
      const needs = `Node ${JSON.stringify(id)} needs the output of ${JSON.stringify(dep)}, which is not part of this run`;
      throw earlier === null
        ? refused(`${needs}.`, 'Name an earlier run to take it from (reuse), or pin an output.', 'reuse')
        : refused(
            `${needs}, and session ${earlier.id} has none: ${status === undefined ? 'it did not run there' : `it was ${status}`}.`,
            'Name another run to take it from, pin an output, or let it run as well.',
            'reuse',
          );
    }
  }
};

const refused = (message: string, remedy: string, path: string): AgentNetError =>
  new AgentNetError('input/invalid', message, { where: { path }, kept: 'Nothing was started.', remedy });

import { AgentNetError, type RunEvent, type SessionId } from '../contract/index.ts';
import { checkGraph, type GraphNode, readGraph } from '../graph/index.ts';
import type { EventStore } from '../storage/index.ts';
import { graphInputError } from './graph-problems.ts';

/** A plan is carried out in the place of its node: it has no graphs of its own and calls no tools. */
const ofItsOwn = ({ kind, ...node }: GraphNode): boolean =>
  kind === 'subgraph' ||
  kind === 'tool' ||
  ((kind === 'map' || kind === 'loop') && 'graph' in node && node.graph !== null);

/** Signs that make up the ids of a run: `work#2/:plan`, `each[3]`. */
const signsOfARun = /[:/#[\]]/;

/** Throws an input error with every problem of a plan that a person corrected, before it is recorded. */
export const refuseBrokenPlan = async (
  store: Pick<EventStore, 'read'>,
  id: SessionId,
  plan: Readonly<Record<string, unknown>>,
): Promise<void> => {
  const { graph, problems } = readGraph(plan);
  const agents = castOf(await firstOf(store, id));
  const error = graphInputError([...problems, ...checkGraph(graph, { agents })], null);
  if (error) throw error;
  const misnamed = graph.nodes.find(({ id }) => signsOfARun.test(id));
  if (misnamed) {
    throw new AgentNetError('input/invalid', `The id "${misnamed.id}" cannot stand in a plan.`, {
      where: { path: 'nodes' },
      kept: 'The plan still waits for an answer.',
      remedy: 'Leave out : / # [ and ], which the run itself puts into ids.',
    });
  }
  const stray = graph.nodes.find(ofItsOwn);
  if (!stray) return;
  throw new AgentNetError('input/invalid', `A plan cannot hold a node like "${stray.id}" (${stray.kind}).`, {
    where: { path: `nodes[${JSON.stringify(stray.id)}]` },
    kept: 'The plan still waits for an answer.',
    remedy: 'Write its tasks one by one.',
  });
};

/** Whoever takes part in the session, by name and by version: nobody else has a model there. */
const castOf = (first: RunEvent | undefined): readonly string[] =>
  first?.type === 'session-created'
    ? first.data.specification.agents.flatMap((reference) => [reference, reference.split('@', 1)[0] ?? ''])
    : [];

const firstOf = async (store: Pick<EventStore, 'read'>, id: SessionId): Promise<RunEvent | undefined> => {
  for await (const [first] of store.read(id)) return first;
  return undefined;
};

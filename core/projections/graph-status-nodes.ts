import { type NodeKind, type NodeRun, nodeKind } from '../contract/index.ts';
import { nameOf } from './participants-of.ts';

/** What is told of a node before anything has happened to it. */
type NodeFacts = Pick<NodeRun, 'id' | 'kind' | 'title' | 'deps' | 'agent' | 'parent'>;

/**
 * The nodes of a graph in its plain form, as far as they can be told: this room knows no task graphs, and a run
 * recorded by another version must still be shown. Notes and frames never run and are left out.
 */
export const plainNodes = (graph: Readonly<Record<string, unknown>>): readonly NodeFacts[] => {
  const nodes = Array.isArray(graph['nodes']) ? graph['nodes'] : [];
  return nodes.flatMap((node: unknown): readonly NodeFacts[] => {
    if (!isRecord(node) || typeof node['id'] !== 'string') return [];
    const kind = kindOf(node['kind']);
    if (kind === 'note' || kind === 'frame') return [];
    const { id, title, agent, deps, over } = node;
    return [
      {
        id,
        kind,
        title: typeof title === 'string' && title !== '' ? title : id,
        parent: null,
        deps: depsOf(deps, over),
        agent: typeof agent === 'string' ? nameOf(agent) : null,
      },
    ];
  });
};

export const waitingNode = (facts: NodeFacts): NodeRun => ({
  ...facts,
  status: 'waiting',
  source: null,
  attempts: 0,
  started_at: null,
  ended_at: null,
  input_tokens: 0,
  output_tokens: 0,
  micro_usd: 0,
  task_id: null,
  child_session: null,
  branch: null,
  asks: null,
  reason: null,
  excerpt: '',
  first_seq: null,
  last_seq: null,
});

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const kindOf = (kind: unknown): NodeKind => nodeKind.safeParse(kind).data ?? 'task';

/** `deps: [a, {node: check, port: "no"}]`, and the list that a map or reduce works on. */
const depsOf = (deps: unknown, over: unknown): string[] => {
  const named = [...(Array.isArray(deps) ? deps : []), over].map((dep: unknown) =>
    isRecord(dep) ? dep['node'] : dep,
  );
  return [...new Set(named.filter((dep) => typeof dep === 'string'))];
};

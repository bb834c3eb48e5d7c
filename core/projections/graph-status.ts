import type { EventData, GraphRunView, NodeRun, NodeValue, RunEvent } from '../contract/index.ts';
import { plainNodes, waitingNode } from './graph-status-nodes.ts';

/** Longest beginning of an output that is kept, in UTF-16 units. */
const EXCERPT = 400;

/**
 * The fold behind a run of a task graph: the state of each node. It owns what it holds and changes it in place, so
 * that an event costs the same with ten thousand nodes as with one; `graphRunView` gives what may be kept.
 */
export interface GraphStatus {
  /** Undefined before a `session-created` that holds a task graph. */
  view: GraphRunView | undefined;
  /** Index of each node in the list. */
  readonly places: Map<string, number>;
  /** Node of each turn that is the last one of a node that has not ended, as the view tells it too. */
  readonly tasks: Map<string, string>;
  /** True when the view was given out: its list is copied before the next change. */
  shared: boolean;
}

export const emptyGraphStatus = (): GraphStatus => ({
  view: undefined,
  places: new Map(),
  tasks: new Map(),
  shared: false,
});

/** Goes on from a view, with the events after its `seq`. The view itself is never changed. */
export const graphStatusFrom = (view: GraphRunView): GraphStatus => {
  const status: GraphStatus = { ...emptyGraphStatus(), view, shared: true };
  for (const [index, node] of view.nodes.entries()) {
    status.places.set(node.id, index);
    if (node.task_id !== null && node.ended_at === null) status.tasks.set(node.task_id, node.id);
  }
  return status;
};

/**
 * The state now, to draw and to keep; undefined for a session without a task graph. The same object until something
 * changes; costs one copy of the list of nodes with the next event, so call it once a frame and not once an event.
 */
export const graphRunView = (status: GraphStatus): GraphRunView | undefined => {
  status.shared = true;
  return status.view;
};

/**
 * Takes one stored event in and returns the status, so that it can be used with `reduce`. Events must come in order;
 * what was seen already changes nothing. Only the end of a session costs more: it closes what is still open.
 */
export const foldGraphStatus = (status: GraphStatus, event: RunEvent): GraphStatus => {
  if (status.view === undefined) {
    if (event.type === 'session-created') open(status, event);
    return status;
  }
  if (event.seq <= status.view.seq) return status;
  status.view = status.shared
    ? { ...status.view, nodes: [...status.view.nodes], seq: event.seq }
    : Object.assign(status.view, { seq: event.seq });
  status.shared = false;
  foldEvent(status, status.view, event);
  return status;
};

const open = (status: GraphStatus, event: Extract<RunEvent, { type: 'session-created' }>): void => {
  const { workflow } = event.data.specification;
  if (workflow === undefined) return;
  const { graph, stored } = workflow;
  const nodes = plainNodes(graph).map(waitingNode);
  for (const [index, { id }] of nodes.entries()) status.places.set(id, index);
  status.view = { session_id: event.session_id, graph, stored, nodes, paused_at: null, seq: event.seq };
};

const foldEvent = (status: GraphStatus, view: GraphRunView, event: RunEvent): void => {
  switch (event.type) {
    case 'node-started': {
      const { node, attempt, agent } = event.data;
      return change(status, view, node, (before) => ({
        status: 'running',
        attempts: attempt,
        agent: agent ?? before.agent,
        started_at: before.started_at ?? event.at,
        reason: null,
      }));
    }
    case 'node-retried': {
      const { node, attempt, agent, error } = event.data;
      return change(status, view, node, (before) => ({
        status: 'retrying',
        attempts: attempt,
        agent: agent ?? before.agent,
        reason: error.message,
      }));
    }
    case 'node-ended':
      return foldNodeEnded(status, view, event.data, event.at);
    case 'nodes-added':
      return foldNodesAdded(status, view, event.data);
    case 'turn-started': {
      const { node, task_id } = event.data;
      if (node === undefined) return;
      followTurn(status, view, node, task_id);
      return change(status, view, node, () => ({ task_id, excerpt: '' }));
    }
    case 'cost-recorded': {
      const node = status.tasks.get(event.data.task_id);
      return node === undefined ? undefined : addCost(status, view, node, event.data);
    }
    case 'turn-ended':
      return endTurn(status, view, event.data.task_id, event.data.output.content);
    case 'turn-failed':
      return endTurn(status, view, event.data.task_id, event.data.text);
    case 'approval-requested': {
      const { node, text } = event.data;
      return change(status, view, node, () => ({ status: 'awaiting', asks: text }));
    }
    case 'plan-proposed': {
      const { node, graph, auto } = event.data;
      if (auto) return;
      return change(status, view, node, () => ({
        status: 'awaiting',
        asks: JSON.stringify(graph, null, 2),
      }));
    }
    case 'approval-answered':
    case 'plan-answered':
      return change(status, view, event.data.node, () => ({ status: 'running', asks: null }));
    case 'child-started': {
      const { node, session_id } = event.data;
      return change(status, view, node, () => ({ child_session: session_id }));
    }
    case 'child-ended': {
      const { node, totals, output } = event.data;
      const { usd, tokens } = totals;
      addCost(status, view, node, {
        micro_usd: usd === null ? null : Math.round(usd * 1e6),
        input_tokens: tokens.input,
        output_tokens: tokens.output,
      });
      return change(status, view, node, () => ({ excerpt: excerptOf(output) }));
    }
    case 'session-paused':
      view.paused_at = event.data.node ?? null;
      return;
    case 'session-resumed':
      view.paused_at = null;
      return;
    case 'session-ended':
      view.paused_at = null;
      return closeOpen(status, view, event.at);
    default:
      return;
  }
};

/** Nothing happens for a node that is not known: what cannot be placed cannot be shown. */
const change = (
  { places }: GraphStatus,
  view: GraphRunView,
  node: string,
  changed: (before: NodeRun) => Partial<NodeRun>,
): void => {
  const place = places.get(node);
  const before = place === undefined ? undefined : view.nodes[place];
  if (place === undefined || !before) return;
  const seen = { first_seq: before.first_seq ?? view.seq, last_seq: view.seq };
  view.nodes[place] = { ...before, ...seen, ...changed(before) };
};

/** The turn is the last one of its node from now on; null: the node has ended, and what comes is not its own. */
const followTurn = (
  { places, tasks }: GraphStatus,
  { nodes }: GraphRunView,
  node: string,
  taskId: string | null,
): void => {
  const before = nodes[places.get(node) ?? -1];
  if (!before || before.ended_at !== null) return;
  if (before.task_id !== null) tasks.delete(before.task_id);
  if (taskId !== null) tasks.set(taskId, node);
};

const foldNodeEnded = (
  status: GraphStatus,
  view: GraphRunView,
  data: EventData<'node-ended'>,
  at: number,
): void => {
  const { node, source, attempts, task_id, output, branch, reason, error } = data;
  followTurn(status, view, node, null);
  change(status, view, node, (before) => ({
    status: data.status,
    source,
    attempts,
    task_id: task_id ?? before.task_id,
    branch,
    asks: null,
    reason: reason ?? error?.message ?? null,
    ended_at: at,
    excerpt: output === undefined ? before.excerpt : excerptOf(output),
  }));
};

const foldNodesAdded = (
  { places }: GraphStatus,
  { nodes }: GraphRunView,
  { parent, nodes: added }: EventData<'nodes-added'>,
): void => {
  for (const facts of added) {
    if (places.has(facts.id)) continue;
    places.set(facts.id, nodes.length);
    nodes.push(waitingNode({ ...facts, parent }));
  }
};

/** The beginning of what was said stays in sight; of a turn that broke off too. */
const endTurn = (status: GraphStatus, view: GraphRunView, taskId: string, content: string): void => {
  const node = status.tasks.get(taskId);
  if (node !== undefined) change(status, view, node, () => ({ excerpt: excerptOf(content) }));
};

const addCost = (
  status: GraphStatus,
  view: GraphRunView,
  node: string,
  cost: Pick<EventData<'cost-recorded'>, 'micro_usd' | 'input_tokens' | 'output_tokens'>,
): void =>
  change(status, view, node, (before) => ({
    input_tokens: before.input_tokens + (cost.input_tokens ?? 0),
    output_tokens: before.output_tokens + (cost.output_tokens ?? 0),
    micro_usd:
      before.micro_usd === null || cost.micro_usd === null ? null : before.micro_usd + cost.micro_usd,
  }));

/** After the end nothing runs: what has not ended is stopped, even where the log does not name it. */
const closeOpen = (status: GraphStatus, view: GraphRunView, at: number): void => {
  for (const { id, ended_at } of view.nodes) {
    if (ended_at !== null) continue;
    followTurn(status, view, id, null);
    change(status, view, id, ({ first_seq, last_seq }) => ({
      status: 'stopped',
      asks: null,
      ended_at: at,
      first_seq,
      last_seq,
    }));
  }
};

/** Ways have no words: what went another way hands on nothing. */
const excerptOf = (value: NodeValue): string =>
  (value === null ? '' : typeof value === 'string' ? value : JSON.stringify(value)).slice(0, EXCERPT);

import type { EventData, EventDraft, ResolvedSpecification, WorkflowRun } from '../../../contract/index.ts';
import { type Graph, type GraphNode, portOf, readGraph } from '../../../graph/index.ts';
import type { Moment } from '../protocol.ts';
import { createLoad, type Load } from './load.ts';
import { newRun } from './new-run.ts';
import type { NodeRun, Scope } from './node-run.ts';
import { createNodeSpending, type NodeSpending } from './node-spending.ts';
import { createNodeTimers, type NodeTimers } from './node-timers.ts';
import { createQueue, type Queue } from './queue.ts';
import { createSchedule, type Schedule } from './schedule.ts';
import { createTemplates, type Templates } from './templates.ts';

/** Why nothing further starts. */
export type Halt =
  | { readonly kind: 'stop'; readonly by: string }
  | { readonly kind: 'limit'; readonly data: EventData<'limit-reached'> }
  | { readonly kind: 'failure' };

/** A derived event of a node that is due. */
export interface DueRecord {
  readonly run: NodeRun;
  readonly draft: EventDraft;
}

/** Everything that the next step of a graph depends on. It grows with the nodes and their outputs. */
export interface WorkflowState {
  readonly specification: ResolvedSpecification;
  readonly settings: WorkflowRun;
  readonly graph: Graph;
  readonly top: Scope;
  /** Every node, those that came into being during the run too. */
  readonly runs: Map<string, NodeRun>;
  /** By the turn under way. */
  readonly byTask: Map<string, NodeRun>;
  readonly schedule: Schedule;
  readonly load: Load;
  readonly timers: NodeTimers;
  readonly spending: NodeSpending;
  readonly templates: Templates;
  readonly records: Queue<DueRecord>;
  /** Nodes that were started and whose turn, or session inside, was not. */
  readonly starts: Queue<NodeRun>;
  /** Nodes somebody works on. */
  busy: number;
  /** Nodes that wait for a person, or for the time of their next attempt. */
  waiting: number;
  /** Nodes at the top that have not ended. */
  left: number;
  halt: Halt | null;
  /** A passed deadline that `limit-reached` has not answered yet. */
  deadline: EventData<'deadline-passed'> | null;
  /** Set once what was left has been ended after a halt. */
  swept: boolean;
  moment: Moment;
  ended: boolean;
}

/** What never runs: words and frames for readers. */
const runs = ({ kind }: GraphNode): boolean => kind !== 'note' && kind !== 'frame';

export const beginState = (created: EventData<'session-created'>): WorkflowState => {
  const { specification } = created;
  const settings = specification.workflow ?? noWorkflow;
  const { graph } = readGraph(settings.graph);
  const load = createLoad(created, settings.parallel);
  const schedule = createSchedule({ total: settings.parallel.total, mayStart: load.mayStart });
  const top: Scope = {
    outer: null,
    runs: new Map(),
    inputs: { ...graph.inputs, ...settings.inputs },
    variables: {},
  };
  const all = new Map<string, NodeRun>();
  for (const [index, node] of graph.nodes.filter(runs).entries()) {
    const run = newRun({ id: node.id, node, scope: top, parent: null, round: 0, index });
    top.runs.set(node.id, run);
    all.set(node.id, run);
  }
  schedule.add(
    [...all.values()].map(({ id, node, agent }) => ({
      id,
      deps: node.deps,
      portOf: (dep) => portOf(node, dep),
      lane: laneOf(node, agent),
    })),
  );
  for (const run of all.values()) run.round = schedule.levelOf(run.id) + 1;
  return {
    specification,
    settings,
    graph,
    top,
    runs: all,
    byTask: new Map(),
    schedule,
    load,
    timers: createNodeTimers(),
    spending: createNodeSpending(),
    templates: createTemplates(),
    records: createQueue(),
    starts: createQueue(),
    busy: 0,
    waiting: 0,
    left: all.size,
    halt: null,
    deadline: null,
    swept: false,
    moment: { at: 0, activeMs: 0 },
    ended: false,
  };
};

/** A session that says it is a workflow and holds none: nothing to do. */
const noWorkflow: WorkflowRun = {
  graph: { nodes: [] },
  stored: null,
  inputs: {},
  parallel: { total: 1 },
  on_failure: 'stop',
  delegation: { max_nodes: 1, max_depth: 1, approve: 'ask' },
  given: {},
  only: null,
};

/** Whose limits count for a node. A session inside is work of nobody in particular; what only holds others is none. */
export const laneOf = (node: GraphNode, agent: string | null): string | null => {
  switch (node.kind) {
    case 'task':
      return agent;
    case 'reduce':
      return node.batch === null ? agent : null;
    case 'session':
      return '';
    default:
      return null;
  }
};

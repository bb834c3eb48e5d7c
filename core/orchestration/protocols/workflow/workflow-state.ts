import type { EventData, EventDraft, ResolvedSpecification, WorkflowRun } from '../../../contract/index.ts';
import {
  createSchedule,
  type Graph,
  type GraphNode,
  readGraph,
  type Schedule,
  type TeamMember,
  topologyOf,
} from '../../../graph/index.ts';
import type { Moment } from '../protocol.ts';
import { addToSchedule } from './add-to-schedule.ts';
import { newRun } from './new-run.ts';
import type { NodeRun, Scope } from './node-run.ts';
import { createNodeSpending, type NodeSpending } from './node-spending.ts';
import { createNodeTimers, type NodeTimers } from './node-timers.ts';
import { createQueue, type Queue } from './queue.ts';
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
  readonly inputs: Readonly<Record<string, string>>;
  /** Every node, those that came into being during the run too. */
  readonly runs: Map<string, NodeRun>;
  /** The nodes of the file. */
  readonly top: readonly NodeRun[];
  /** By the turn under way. */
  readonly byTask: Map<string, NodeRun>;
  readonly schedule: Schedule;
  /** By their number in the schedule. */
  readonly numbered: NodeRun[];
  /** Of the first model of each agent's chain, by the agent's name. */
  readonly providers: ReadonlyMap<string, string>;
  /** All agents of the run, by name. */
  readonly members: ReadonlyMap<string, TeamMember>;
  readonly timers: NodeTimers;
  readonly spending: NodeSpending;
  readonly templates: Templates;
  readonly records: Queue<DueRecord>;
  /** Nodes that were started and whose turn, or session inside, was not. */
  readonly starts: Queue<NodeRun>;
  /** Nodes that wait for a person. */
  readonly awaiting: Set<NodeRun>;
  /** Nodes somebody works on. */
  busy: number;
  /** Nodes that wait for the time of their next attempt. */
  retrying: number;
  /** Nodes at the top that have not ended. */
  left: number;
  halt: Halt | null;
  /** A passed deadline that `limit-reached` has not answered yet. */
  deadline: EventData<'deadline-passed'> | null;
  moment: Moment;
  ended: boolean;
}

/** What never runs: words and frames for readers. */
export const isRunnable = ({ kind }: GraphNode): boolean => kind !== 'note' && kind !== 'frame';

export const beginState = (created: EventData<'session-created'>): WorkflowState => {
  const { specification } = created;
  const settings = specification.workflow ?? noWorkflow;
  const { graph } = readGraph(settings.graph);
  const nodes = graph.nodes.filter(isRunnable);
  const { levels } = topologyOf(nodes);
  const scope: Scope = { variables: {}, renames: new Map() };
  const top = nodes.map((node, index) =>
    newRun({
      id: node.id,
      node,
      scope,
      parent: null,
      round: (levels.get(node.id) ?? 0) + 1,
      index,
    }),
  );
  const state: WorkflowState = {
    specification,
    settings,
    graph,
    inputs: { ...graph.inputs, ...settings.inputs },
    runs: new Map(),
    top,
    byTask: new Map(),
    schedule: createSchedule(settings.parallel),
    numbered: [],
    providers: providersOf(created),
    timers: createNodeTimers(),
    spending: createNodeSpending(),
    templates: createTemplates(),
    members: membersOf(created),
    records: createQueue(),
    starts: createQueue(),
    awaiting: new Set(),
    busy: 0,
    retrying: 0,
    left: top.length,
    halt: null,
    deadline: null,
    moment: { at: 0, activeMs: 0 },
    ended: false,
  };
  addToSchedule(state, top);
  return state;
};

/** Whether a run follows these rules: an older log goes on and replays by those that it began with. */
export const followsRules = ({ settings }: Pick<WorkflowState, 'settings'>, rules: number): boolean =>
  (settings.rules ?? 1) >= rules;

const providersOf = (created: EventData<'session-created'>): ReadonlyMap<string, string> => {
  const providers = new Map<string, string>();
  for (const [reference, [first]] of Object.entries(created.chains)) {
    const name = created.agents[reference]?.name;
    if (name === undefined || first === undefined) continue;
    providers.set(name, created.models[first]?.provider ?? first.slice(0, first.indexOf('/')));
  }
  return providers;
};

/** In the order of the specification: that of the agents' own list changes on its way through the log. */
const membersOf = ({
  agents,
  specification,
}: EventData<'session-created'>): ReadonlyMap<string, TeamMember> =>
  new Map(
    specification.agents.flatMap((reference) => {
      const agent = agents[reference];
      return agent ? [[agent.name, { name: agent.name, description: agent.description }] as const] : [];
    }),
  );

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

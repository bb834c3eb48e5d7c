import type { Planning, WorkContext } from '../../../agents/index.ts';
import type { EventData, NodeValue } from '../../../contract/index.ts';
import type { GraphNode, TemplateScope } from '../../../graph/index.ts';
import type { NodeControl, SpentBudget, TakeTurn } from '../protocol.ts';

export type AddedNode = EventData<'nodes-added'>['nodes'][number];

export type NodeEnd = Omit<EventData<'node-ended'>, 'node' | 'kind' | 'attempts'>;

/** What the templates of a node stand in: nothing at the top, an item or a round inside of a body. */
export interface Scope {
  readonly variables: Pick<TemplateScope, 'item' | 'index' | 'previous' | 'iteration'>;
  /** Ids of the file as they are here. */
  readonly renames: ReadonlyMap<string, string>;
}

/** A node of the file, or one that came into being during the run, and how far it is. */
export interface NodeRun {
  readonly id: string;
  /** In the schedule; -1 before it is there. */
  number: number;
  readonly node: GraphNode;
  readonly scope: Scope;
  /** The node whose body it is in; null at the top. */
  readonly parent: NodeRun | null;
  /** Of its turns: the level of the node at the top, from 1, and the place among its parent's nodes. */
  readonly round: number;
  readonly index: number;
  /** Who does it now; changes to the fallback. */
  agent: string | null;
  /** Attempts begun. */
  attempts: number;
  /**
   * `ending`: its end is decided and not recorded yet. `retrying`: an attempt failed and another follows.
   */
  phase: 'waiting' | 'running' | 'retrying' | 'awaiting' | 'ending' | 'ended';
  /** The turn under way. */
  taskId: string | null;
  /** True from the start of an attempt to its end, where somebody works on it. */
  isBusy: boolean;
  /** What was asked for, made once. */
  intent: TakeTurn | null;
  readonly control: NodeControl;
  readonly budget: SpentBudget | null;
  /** Why the answer of the attempt before was of no use. */
  correction: string | null;
  startedActiveMs: number;
  /** What an approval shows. */
  asks: string | null;
  /** True when the run has paused before it. */
  brokeBefore: boolean;
  /** Of a node that has others inside. */
  body: Body | null;
  /** What is about to be added inside of it. */
  adding: readonly BodyGroup[];
  /** Stands for the output of a node in its prompt: a batch of the whole list. */
  override: { readonly node: string; readonly title: string; readonly value: NodeValue } | null;
  /** True for the task that a body of one prompt is. */
  isInline: boolean;
  /** Set for a turn that plans or reviews what a node around it delegates. */
  step: DelegateStep | null;
  /** The run of a body that it belongs to. */
  group: BodyGroup | null;
  end: NodeEnd | null;
  /** What it gives to the next; kept while others may name it. */
  output: NodeValue | undefined;
}

/** One run of a body: an item of a map, a round of a loop, a step of a reduce. */
export interface BodyGroup {
  /** Of items and steps from 0, of rounds from 1. */
  readonly index: number;
  readonly runs: readonly NodeRun[];
  /** Its output is the output of the group. */
  readonly last: NodeRun;
  /** Nodes of it that have not ended. */
  left: number;
}

/** What is inside of a node. */
export type Body =
  /** `rest`: items of which the body comes later, because only so many may run at once. */
  | { readonly kind: 'map'; readonly groups: BodyGroup[]; ended: number; readonly rest: string[] }
  | { readonly kind: 'loop'; readonly groups: BodyGroup[]; ended: number }
  /** `rowFrom`: the first of the steps that take what those before them made. */
  | { readonly kind: 'reduce'; readonly groups: BodyGroup[]; ended: number; rowFrom: number }
  | DelegateBody;

/** What is inside of a node that delegates: plans, what they planned, and reviews of it, one group after another. */
export interface DelegateBody {
  readonly kind: 'delegate';
  readonly groups: BodyGroup[];
  ended: number;
  /** Planned nodes by the ids of their plans; of two of one id the newer. */
  readonly planned: Map<string, NodeRun>;
  /** What the newest group is for. */
  stage: 'planning' | 'working' | 'reviewing';
  /** Plans asked for so far; from 1. */
  revision: number;
  /** Why the newest plan is asked for, and the ids of nodes in whose place it comes. */
  purpose: Planning['purpose'];
  removed: readonly string[];
  /** The newest plan in its plain form, as it was proposed or as a person corrected it. */
  plan: Readonly<Record<string, unknown>>;
  /** The nodes of the newest plan that nothing waits for: their output is that of the whole. */
  last: readonly NodeRun[];
  /** What the newest review said. */
  verdict: { readonly decision: string | null; readonly text: string } | null;
  /** Nodes made so far, for their places. */
  made: number;
}

/** A turn inside of a node that delegates which is no task of a plan. */
export interface DelegateStep {
  readonly kind: 'plan' | 'review';
  /** Results that it is given along. */
  readonly context: readonly WorkContext[];
  readonly planning?: Planning;
  /** True when its answer was cut off at its output limit, so that the next one may be longer. */
  isCut?: boolean;
}

export const isDone = (run: NodeRun): boolean => run.end?.status === 'done';

/** The node and all around it, from the inside out. */
export function* nodesAround(run: NodeRun): Generator<NodeRun> {
  for (let at: NodeRun | null = run; at !== null; at = at.parent) yield at;
}

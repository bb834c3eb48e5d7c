import type { NodeKind, NodeValue } from '../contract/index.ts';

/** What comes out of a node: words, a list of texts, any JSON, or only a way (condition). */
export type OutputType = 'text' | 'list' | 'json' | 'branch';

/** A question about a text, answered without a model. Case and spacing at the ends do not matter. */
export type TextTest =
  | { readonly kind: 'contains' | 'equals' | 'matches'; readonly text: string }
  | { readonly kind: 'above' | 'below'; readonly number: number }
  | { readonly kind: 'empty' };

export interface Position {
  readonly x: number;
  readonly y: number;
}

export interface NodeBudget {
  readonly usd?: number;
  readonly tokens?: number;
}

interface NodeBase {
  readonly id: string;
  readonly title: string | null;
  /** Ids of the nodes that must have ended before. Includes what `over` and a condition's `input` name. */
  readonly deps: readonly string[];
  /** By dependency: the way that it must have gone. Ids are any text: ask with `portOf`. */
  readonly ports: Readonly<Record<string, string>>;
  readonly position: Position | null;
  /** Left out of a run; what comes behind it gets its dependencies instead. */
  readonly disabled: boolean;
  /** The run pauses before it. */
  readonly breakpoint: boolean;
  /** A person's output instead of a run; undefined: none. */
  readonly pinned: NodeValue | undefined;
  /** Keys of its file that this version cannot read; kept and not acted on. */
  readonly extra: Readonly<Record<string, unknown>>;
}

/** What nodes with an agent have in common. */
interface Worked {
  /**
   * A template: `{{analysis.output}}`, `{{nodes["any id"].output}}`, `{{inputs.name}}`; in bodies of maps and loops
   * also `{{item}}`, `{{index}}`, `{{previous}}`, `{{iteration}}`.
   */
  readonly prompt: string;
  /** `Name` or `Name@version`. */
  readonly agent: string;
  /** Takes over when the agent has failed for good. */
  readonly fallback: string | null;
  /** Further attempts, 0 to 10. */
  readonly retries: number;
  /** Seconds before the first of them, doubled for each further one. */
  readonly backoffS: number;
  readonly timeoutS: number | null;
  readonly budget: NodeBudget | null;
}

export interface TaskNode extends NodeBase, Worked {
  readonly kind: 'task';
  readonly output: Exclude<OutputType, 'branch'>;
}

/** A whole session; `prompt` is its topic, `session` the rest of its specification (mode, agents, max_rounds, ...). */
export interface SessionNode extends NodeBase {
  readonly kind: 'session';
  readonly prompt: string;
  readonly session: Readonly<Record<string, unknown>>;
  readonly timeoutS: number | null;
  readonly budget: NodeBudget | null;
}

/** Goes one of two ways, `yes` or `no`; `input` is a template (null: the output of its only dependency). */
export interface ConditionNode extends NodeBase {
  readonly kind: 'condition';
  readonly input: string | null;
  readonly test: TextTest;
}

/** Runs its body once for each item of a list. `graph` names a graph of this file as the body instead of the prompt. */
export interface MapNode extends NodeBase, Worked {
  readonly kind: 'map';
  /** Id of the node whose output is the list, or a template. */
  readonly over: string;
  readonly graph: string | null;
  /** How many items at once; null: as many as the run allows. */
  readonly parallel: number | null;
  readonly maxItems: number;
}

/** Makes one text of a list; with `batch` in steps of so many items. */
export interface ReduceNode extends NodeBase, Worked {
  readonly kind: 'reduce';
  /** Id of the node whose output is the list, or a template. */
  readonly over: string;
  readonly batch: number | null;
}

/** Repeats its body until the test is met, at most `max` times; `{{previous}}` is the round before. */
export interface LoopNode extends NodeBase, Worked {
  readonly kind: 'loop';
  readonly graph: string | null;
  readonly until: TextTest | null;
  readonly max: number;
}

/** A person says yes or no (`approved`, `rejected`); hands on the text it showed, or what the person wrote instead. */
export interface ApprovalNode extends NodeBase {
  readonly kind: 'approval';
  readonly prompt: string;
}

/** A tool call. Read, kept and checked, but refused before a run. */
export interface ToolNode extends NodeBase {
  readonly kind: 'tool';
  readonly tool: string;
  readonly arguments: Readonly<Record<string, unknown>>;
}

/** A planner makes a graph for the goal in `prompt`, agents do it, a reviewer accepts or sends it back. */
export interface DelegateNode extends NodeBase {
  readonly kind: 'delegate';
  readonly prompt: string;
  /** Who may do the work; none named: everybody. */
  readonly agents: readonly string[];
  readonly planner: string;
  readonly reviewer: string | null;
  /** Most plans that are carried out; 0: none, and the plan itself is the output. */
  readonly rounds: number;
  readonly budget: NodeBudget | null;
}

/** A graph of this file in its place; `with` binds its inputs to templates. */
export interface SubgraphNode extends NodeBase {
  readonly kind: 'subgraph';
  readonly graph: string;
  readonly with: Readonly<Record<string, string>>;
}

export interface NoteNode extends NodeBase {
  readonly kind: 'note';
  readonly prompt: string;
}

export interface FrameNode extends NodeBase {
  readonly kind: 'frame';
  readonly prompt: string;
  readonly nodes: readonly string[];
  readonly size: { readonly width: number; readonly height: number } | null;
}

export type GraphNode =
  | TaskNode
  | SessionNode
  | ConditionNode
  | MapNode
  | ReduceNode
  | LoopNode
  | ApprovalNode
  | ToolNode
  | DelegateNode
  | SubgraphNode
  | NoteNode
  | FrameNode;

export type NodeOf<K extends NodeKind> = Extract<GraphNode, { readonly kind: K }>;

export interface Graph {
  readonly name: string | null;
  /** In the order of the file, which decides between nodes that could run at once. */
  readonly nodes: readonly GraphNode[];
  /** Values of `{{inputs.name}}`, with their defaults ('' where one must be given). */
  readonly inputs: Readonly<Record<string, string>>;
  /** Graphs of this file that nodes use by name. They have no graphs of their own. */
  readonly graphs: Readonly<Record<string, Graph>>;
  /** Of a graph used by name: the node whose output is its output; null: its last node without dependants. */
  readonly output: string | null;
  readonly extra: Readonly<Record<string, unknown>>;
}

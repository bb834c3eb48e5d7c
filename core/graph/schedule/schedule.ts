/** A node as the schedule sees it. */
export interface ScheduledNode {
  /** Numbers of the nodes that must have ended before: of this batch or of an earlier one. */
  readonly deps: readonly number[];
  /**
   * By place in `deps`: the way that it must have gone; null or absent: either way. `ENDED_PORT`: it must have ended,
   * in whatever way.
   */
  readonly ports?: readonly (string | null)[];
  /** What it counts against; null: nothing. */
  readonly agent?: string | null;
  readonly provider?: string | null;
  /** Nodes of one group run at most so many at a time, such as the items of a map. */
  readonly group?: { readonly name: string; readonly limit: number } | null;
  /** How long it will probably run, in any unit that all nodes share; 1 when absent. */
  readonly weight?: number;
  /** True for nodes that only wait, ask or hold others: they take no place and start whatever else runs. */
  readonly slotless?: boolean;
}

export interface ScheduleLimits {
  /** How many nodes run at once. */
  readonly total: number;
  /** Of one agent. */
  readonly agent?: number | undefined;
  /** By provider. */
  readonly provider?: Readonly<Record<string, number>> | undefined;
}

/** How a node ended. */
export type EndStatus = 'done' | 'failed' | 'skipped' | 'blocked' | 'stopped';

/** What is due: to start a node, or to say that it ends without having run. */
export interface Due {
  readonly node: number;
  readonly as: 'start' | 'skipped' | 'blocked' | 'stopped';
}

export type NodeState = 'waiting' | 'ready' | 'passed' | 'running' | 'held' | 'ended';

/** The ready set of a growing graph. Nodes are numbers, from 0 in the order in which they were added. */
export interface Schedule {
  /**
   * Adds nodes and gives the number of the first. `parent` is the node that they are part of: the way that is left
   * behind it is left behind them too.
   */
  readonly add: (nodes: readonly ScheduledNode[], parent?: number) => number;
  /** What is due now; the same until it is done. Undefined: nothing before a running node ends or something is added. */
  readonly due: () => Due | undefined;
  readonly start: (node: number) => void;
  /** An attempt ended and another may follow: the place is free, the node is held. */
  readonly hold: (node: number) => void;
  /** A held node is ready again, for another agent where one is given. */
  readonly again: (node: number, by?: Pick<ScheduledNode, 'agent' | 'provider'>) => void;
  /** Ends a node, wherever it stood; what waited for nothing else is due. `branch` is the way that it went. */
  readonly settle: (node: number, status: EndStatus, branch?: string | null) => void;
  /** Nothing starts any more: what is not running is due as `stopped`, in its order. */
  readonly stop: () => void;
  readonly stateOf: (node: number) => NodeState;
  /** How many there are, have not ended, and take a place. */
  readonly size: () => number;
  readonly open: () => number;
  readonly running: () => number;
}

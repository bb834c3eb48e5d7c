import type { WorkflowRun } from '../contract/index.ts';
import type { Graph } from '../graph/index.ts';
import type { EventStore } from '../storage/index.ts';

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

const nothingTaken: TakenOutputs = { given: {}, only: null };

export const takenOutputs = async (
  _store: EventStore,
  _graph: Graph,
  _wishes: RunWishes,
): Promise<TakenOutputs> => nothingTaken;

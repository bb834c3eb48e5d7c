import type { GraphSource } from './graph-source.ts';
import type { RunWishes } from './taken-outputs.ts';

/** What is known of a run beside its specification. */
export interface PlanOptions {
  /** Whether a model of unknown price is refused under a money cap. */
  readonly underCaps: boolean;
  /** The graph, where it was read already. */
  readonly graph?: GraphSource;
  /** Reads a file that the specification names by its path. */
  readonly readText?: (path: string) => Promise<string>;
  readonly wishes?: RunWishes;
}

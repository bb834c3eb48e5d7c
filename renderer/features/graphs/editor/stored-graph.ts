import type { GraphDraft, GraphVersion } from '../../../../core/contract/index.ts';

/** A graph as the core keeps it. */
export interface StoredGraph {
  /** Null where nothing but a draft is there. */
  readonly graph: GraphVersion | null;
  readonly versions: readonly Omit<GraphVersion, 'text'>[];
  readonly draft: GraphDraft | null;
}

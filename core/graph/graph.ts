/** What a node does. A note is for readers and never runs. */
export type NodeKind = 'task' | 'note';

/** One node. `extra` holds the keys of its file that this version does not know; they are kept and not acted on. */
export interface GraphNode {
  readonly id: string;
  readonly kind: NodeKind;
  readonly title: string | null;
  /** A template: `{{analysis.output}}` stands for what another node answered. */
  readonly prompt: string;
  /** `Name` or `Name@version`. */
  readonly agent: string;
  /** Ids of the nodes that must have ended before. */
  readonly deps: readonly string[];
  readonly extra: Readonly<Record<string, unknown>>;
}

export interface Graph {
  readonly name: string | null;
  /** In the order of the file, which decides between nodes that could run at once. */
  readonly nodes: readonly GraphNode[];
  readonly extra: Readonly<Record<string, unknown>>;
}

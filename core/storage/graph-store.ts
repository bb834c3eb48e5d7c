import type { GraphDraft, GraphSummary, GraphVersion } from '../contract/index.ts';

/** A version to be written; `version` follows from the one it was made from. */
export interface GraphSave extends Omit<GraphVersion, 'version'> {
  /** The version that was edited; 0: the graph is new. */
  readonly baseVersion: number;
}

/** An edit that is not saved, with what a list shows of it. */
export interface DraftWrite extends GraphDraft {
  readonly nodes: number;
  readonly errors: number;
}

export type GraphFigures = Omit<GraphVersion, 'text'>;

/**
 * Stored task graphs. Versions are events of the stream `system` and never change; a draft is a journal outside of
 * the chain, one for each graph.
 */
export interface GraphStore {
  /**
   * Rejects with `input/conflict` when another version than `baseVersion` is the newest. Ends the draft that
   * was made from the same version.
   */
  save(save: GraphSave): Promise<GraphVersion>;
  /** Rejects with `input/conflict` when the stored draft is as new or newer, or a later version was saved. */
  putDraft(draft: DraftWrite): Promise<GraphDraft>;
  /** False where there was none. */
  discardDraft(id: string): Promise<boolean>;
  /** With all versions and its draft; false where there was none. `at` in milliseconds since the epoch. */
  delete(id: string, at: number): Promise<boolean>;
  /** The last changed first; drafts of graphs that were never saved are among them, as version 0. */
  list(): Promise<readonly GraphSummary[]>;
  /** The newest version without `version`; undefined where there is none. */
  version(id: string, version?: number): Promise<GraphVersion | undefined>;
  /** Newest first. */
  versions(id: string): Promise<readonly GraphFigures[]>;
  draft(id: string): Promise<GraphDraft | undefined>;
}

import {
  type EventDraft,
  eventCatalog,
  type GraphDraft,
  type GraphSummary,
  type GraphVersion,
} from '../../contract/index.ts';
import type { GraphFigures, GraphStore } from '../graph-store.ts';
import { canonicalData } from '../seal-draft.ts';
import type { GraphChange } from './graph-change.ts';
import { graphTextHash } from './graph-texts.ts';
import type { SystemSeal } from './messages.ts';
import type { GraphQuestion } from './reader/graph-reader.ts';
import type { GraphDeletion } from './writer/change-graphs.ts';

export interface GraphThreads {
  readonly change: (change: GraphChange) => Promise<unknown>;
  readonly ask: <T>(question: GraphQuestion) => Promise<T>;
  /** The projections brought up to date, for what a list says of sessions. */
  readonly refresh: () => Promise<unknown>;
  /** Tells of an event that the writer sealed. */
  readonly tell: (draft: EventDraft, at: number, seal: SystemSeal | undefined) => void;
}

/** The port of stored graphs over the two threads of the database. */
export const graphRequests = ({ change, ask, refresh, tell }: GraphThreads): GraphStore => ({
  save: async ({ baseVersion, ...rest }) => {
    const { id, name, text, note, nodes, errors, at } = rest;
    const version = baseVersion + 1;
    const hashed = { id, version, name, text_hash: graphTextHash(text), note, nodes, errors };
    const { data, text: canonical } = canonicalData(hashed);
    const draft = { type: 'graph-saved', data } as EventDraft;
    const row = [draft.type, eventCatalog[draft.type].version, at, canonical];
    const figures = { name, note, nodes, errors, at };
    const seal = (await change({ kind: 'save', id, baseVersion, row, text, figures })) as
      | SystemSeal
      | undefined;
    tell(draft, at, seal);
    return { id, name, version, text, note, nodes, errors, at };
  },
  putDraft: async (draft) => {
    await change({ kind: 'draft', draft });
    const { nodes: _nodes, errors: _errors, ...kept } = draft;
    return kept;
  },
  discardDraft: async (id) => (await change({ kind: 'discard-draft', id })) as boolean,
  delete: async (id, at) => {
    const eventVersion = eventCatalog['graph-deleted'].version;
    const { deleted, versions, seal } = (await change({
      kind: 'delete',
      id,
      at,
      eventVersion,
    })) as GraphDeletion;
    if (versions > 0) tell({ type: 'graph-deleted', data: { id, versions } }, at, seal);
    return deleted;
  },
  list: async () => {
    await refresh();
    return ask<readonly GraphSummary[]>({ kind: 'list' });
  },
  version: (id, version) => ask<GraphVersion | undefined>({ kind: 'version', id, version: version ?? null }),
  versions: (id) => ask<readonly GraphFigures[]>({ kind: 'versions', id }),
  draft: (id) => ask<GraphDraft | undefined>({ kind: 'draft', id }),
});

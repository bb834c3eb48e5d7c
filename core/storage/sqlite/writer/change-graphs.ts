import type Database from 'better-sqlite3';
import type { Clock } from '../../../effects/index.ts';
import type { DraftWrite } from '../../graph-store.ts';
import type { GraphChange } from '../graph-change.ts';
import type { SystemSeal } from '../messages.ts';
import type { Outcome } from '../storage-failure.ts';
import { whileBusy } from '../while-busy.ts';
import { emptyWriteAheadLog } from './empty-write-ahead-log.ts';
import { appendSystemRows } from './system-stream.ts';

export interface GraphDeletion {
  readonly deleted: boolean;
  /** Absent where only a draft was there, or nothing. */
  readonly versions: number;
  readonly seal: SystemSeal | undefined;
}

/**
 * One change in a transaction of its own. A save answers with the seal of its event, a deletion with
 * `GraphDeletion`, the others with whether there was something to change.
 */
export const changeGraphs = (database: Database.Database, clock: Clock, change: GraphChange): Outcome => {
  const outcome = whileBusy(clock, () => database.transaction(() => apply(database, change)).immediate());
  if (change.kind === 'delete' && outcome.ok) emptyWriteAheadLog(database, clock);
  return outcome;
};

const apply = (database: Database.Database, change: GraphChange): Outcome => {
  switch (change.kind) {
    case 'save':
      return save(database, change);
    case 'draft':
      return keepDraft(database, change.draft);
    case 'discard-draft':
      return done(dropDraft(database, change.id) > 0);
    case 'delete':
      return remove(database, change);
    default:
      return change satisfies never;
  }
};

const done = (value: unknown): Outcome => ({ ok: true, value });

const newest = (database: Database.Database, id: string): number =>
  (database
    .prepare('SELECT coalesce(max(version), 0) FROM graph_versions WHERE id = ?')
    .pluck()
    .get(id) as number) ?? 0;

const dropDraft = (database: Database.Database, id: string): number =>
  database.prepare('DELETE FROM graph_drafts WHERE id = ?').run(id).changes;

const save = (database: Database.Database, change: Extract<GraphChange, { kind: 'save' }>): Outcome => {
  const { id, baseVersion, row, text, figures } = change;
  const last = newest(database, id);
  if (last !== baseVersion) return conflict(id, baseVersion, last, 'This edit was not saved.');
  const [seal] = appendSystemRows(database, row);
  const { name, note, nodes, errors, at } = figures;
  database
    .prepare('INSERT INTO graph_versions VALUES (?, ?, ?, ?, ?, ?, ?, ?)')
    .run(id, baseVersion + 1, seal?.seq ?? 0, name, note, nodes, errors, at);
  database.prepare('INSERT OR REPLACE INTO graph_texts VALUES (?, ?, ?)').run(id, baseVersion + 1, text);
  // The version holds what the draft of it led to; a draft of another version is somebody else's.
  database.prepare('DELETE FROM graph_drafts WHERE id = ? AND base_version = ?').run(id, baseVersion);
  return done(seal);
};

const keepDraft = (database: Database.Database, draft: DraftWrite): Outcome => {
  const { id, name, text, base_version: baseVersion, revision, nodes, errors, at } = draft;
  const last = newest(database, id);
  if (last !== baseVersion) return conflict(id, baseVersion, last, 'This draft was not stored.');
  const stored = database
    .prepare('SELECT base_version AS base, revision FROM graph_drafts WHERE id = ?')
    .get(id) as { readonly base: number; readonly revision: number } | undefined;
  if (stored && stored.base >= baseVersion && stored.revision >= revision) {
    return {
      ok: false,
      failure: {
        code: 'input/conflict',
        message: `A draft of revision ${stored.revision} is stored, and this one is of revision ${revision}.`,
        kept: 'The stored draft is as it was, and so is every saved version.',
        remedy: 'Open the graph again to see the stored draft, and take over what you need of this one.',
        data: { id, revision: stored.revision, base_version: stored.base },
      },
    };
  }
  database
    .prepare('INSERT OR REPLACE INTO graph_drafts VALUES (?, ?, ?, ?, ?, ?, ?, ?)')
    .run(id, name, text, baseVersion, revision, nodes, errors, at);
  return done(true);
};

const remove = (database: Database.Database, change: Extract<GraphChange, { kind: 'delete' }>): Outcome => {
  const { id, at, eventVersion } = change;
  const versions = database.prepare('DELETE FROM graph_versions WHERE id = ?').run(id).changes;
  const drafts = dropDraft(database, id);
  database.prepare('DELETE FROM graph_texts WHERE id = ?').run(id);
  const deletion = (seal?: SystemSeal): GraphDeletion => ({
    deleted: versions + drafts > 0,
    versions,
    seal,
  });
  if (versions === 0) return done(deletion());
  // Members in the order of canonical JSON.
  const data = JSON.stringify({ id, versions });
  return done(deletion(appendSystemRows(database, ['graph-deleted', eventVersion, at, data])[0]));
};

const conflict = (id: string, base: number, last: number, what: string): Outcome => ({
  ok: false,
  failure: {
    code: 'input/conflict',
    message:
      last > base
        ? `${what} Version ${last} is newer than version ${base}, from which it was made.`
        : `${what} It was made from version ${base}, and ${last === 0 ? 'this graph is not there (any more)' : `the newest is version ${last}`}.`,
    kept: last === 0 ? 'Nothing was changed.' : `Version ${last} and all before it are as they were.`,
    remedy:
      last === 0
        ? 'Save it as a new graph (base_version 0).'
        : `Open version ${last}, bring your change into it and save that; or save yours as a new graph.`,
    data: { id, newest_version: last, base_version: base },
  },
});

import type Database from 'better-sqlite3';
import type { GraphDraft, GraphSummary, GraphVersion } from '../../../contract/index.ts';
import type { GraphFigures } from '../../graph-store.ts';
import { openGraphText } from '../graph-texts.ts';

export type GraphQuestion =
  | { readonly kind: 'list' }
  /** The newest version for null. */
  | { readonly kind: 'version'; readonly id: string; readonly version: number | null }
  | { readonly kind: 'versions'; readonly id: string }
  | { readonly kind: 'draft'; readonly id: string };

type ListRow = Omit<GraphSummary, 'has_draft'> & { readonly has_draft: 0 | 1 };

const COLUMNS = 'id, name, version, note, nodes, errors, at';

/** Answers a question about stored graphs; undefined where there is nothing. */
export const openGraphReader = (database: Database.Database): ((question: GraphQuestion) => unknown) => {
  const list = database.prepare<[], ListRow>(LIST);
  const newest = database.prepare<[string], StoredVersion>(
    `SELECT ${COLUMNS}, seq FROM graph_versions WHERE id = ? ORDER BY version DESC LIMIT 1`,
  );
  const one = database.prepare<[string, number], StoredVersion>(
    `SELECT ${COLUMNS}, seq FROM graph_versions WHERE id = ? AND version = ?`,
  );
  const versions = database.prepare<[string], GraphFigures>(
    `SELECT ${COLUMNS} FROM graph_versions WHERE id = ? ORDER BY version DESC`,
  );
  const draft = database.prepare<[string], GraphDraft>(
    'SELECT id, name, text, base_version, revision, at FROM graph_drafts WHERE id = ?',
  );
  const textOf = openGraphText(database);

  const version = (id: string, number: number | null): GraphVersion | undefined => {
    const row = number === null ? newest.get(id) : one.get(id, number);
    if (!row) return undefined;
    const { seq, ...figures } = row;
    const text = textOf(figures.id, figures.version, seq);
    // A damaged row is named by `verify`; what is listed can be opened, be it empty.
    return { ...figures, text: text ?? '' };
  };
  return (question) => {
    switch (question.kind) {
      case 'list':
        return list.all().map((row) => ({ ...row, has_draft: row.has_draft === 1 }));
      case 'version':
        return version(question.id, question.version);
      case 'versions':
        return versions.all(question.id);
      case 'draft':
        return draft.get(question.id);
      default:
        return question satisfies never;
    }
  };
};

type StoredVersion = GraphFigures & { readonly seq: number };

/** Newest versions with the time of their drafts, and drafts that have no version. */
const LIST = `
  SELECT saved.id AS id, saved.name AS name, saved.note AS note, saved.nodes AS nodes, saved.errors AS errors,
    max(saved.at, coalesce(drafts.at, 0)) AS at, saved.version AS version, drafts.id IS NOT NULL AS has_draft,
    (SELECT session_id FROM sessions WHERE graph = saved.id ORDER BY created_at DESC, session_id DESC LIMIT 1)
      AS last_session
  FROM graph_versions AS saved LEFT JOIN graph_drafts AS drafts ON drafts.id = saved.id
  WHERE saved.version = (SELECT max(version) FROM graph_versions WHERE id = saved.id)
  UNION ALL
  SELECT id, name, '' AS note, nodes, errors, at, 0 AS version, 1 AS has_draft, NULL AS last_session
  FROM graph_drafts WHERE id NOT IN (SELECT id FROM graph_versions)
  ORDER BY at DESC, id
`;

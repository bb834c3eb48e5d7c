import { describe, expect, it } from 'vitest';
import type { GraphChange } from '../../../../../../core/storage/sqlite/graph-change.ts';
import { changeGraphs } from '../../../../../../core/storage/sqlite/writer/change-graphs.ts';
import { AT, clock, countRows, openEventDatabase } from '../event-database.ts';

const save = (baseVersion: number, data = '{"id":"g"}'): GraphChange => ({
  kind: 'save',
  id: 'g',
  baseVersion,
  row: ['graph-saved', 1, AT, data],
  text: `text ${baseVersion + 1}`,
  figures: { name: 'G', note: '', nodes: 1, errors: 0, at: AT },
});
const draft = (base: number, revision: number): GraphChange => ({
  kind: 'draft',
  draft: {
    id: 'g',
    name: 'G',
    text: '',
    base_version: base,
    revision,
    nodes: 0,
    errors: 0,
    at: AT,
  },
});

describe('changeGraphs', () => {
  it('writes event and row together, or neither', async () => {
    const opened = await openEventDatabase();
    const change = (one: GraphChange) => changeGraphs(opened.database, clock, one);
    expect(change(save(0))).toMatchObject({ ok: true, value: { seq: 1 } });
    expect(change(save(0))).toMatchObject({ ok: false, failure: { code: 'input/conflict' } });
    expect(countRows(opened, 'events')).toBe(1);
    // A row that collides takes its event back with it.
    opened.database.exec(`INSERT INTO graph_versions VALUES ('h', 1, 1, '', '', 0, 0, 0)`);
    opened.database.exec(
      `CREATE TRIGGER no BEFORE INSERT ON graph_versions BEGIN SELECT RAISE(ABORT, 'no'); END`,
    );
    expect(() => change(save(1))).toThrow('no');
    expect(countRows(opened, 'events')).toBe(1);
  });

  it('ends the draft of the version that was edited, and no other', async () => {
    const { database } = await openEventDatabase();
    const change = (one: GraphChange) => changeGraphs(database, clock, one);
    change(draft(0, 3));
    change(save(0));
    expect(change({ kind: 'discard-draft', id: 'g' })).toEqual({ ok: true, value: false });
    change(draft(1, 1));
    expect(change({ kind: 'discard-draft', id: 'g' })).toEqual({ ok: true, value: true });
  });

  it('deletes without a word in the log where only a draft was', async () => {
    const opened = await openEventDatabase();
    const { database } = opened;
    changeGraphs(database, clock, draft(0, 1));
    const remove = { kind: 'delete', id: 'g', at: AT, eventVersion: 1 } as const;
    expect(changeGraphs(database, clock, remove)).toEqual({
      ok: true,
      value: { deleted: true, versions: 0, seal: undefined },
    });
    expect(countRows(opened, 'events')).toBe(0);
  });
});

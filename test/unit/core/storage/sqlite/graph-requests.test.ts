import { describe, expect, it } from 'vitest';
import type { GraphChange } from '../../../../../core/storage/sqlite/graph-change.ts';
import { graphRequests } from '../../../../../core/storage/sqlite/graph-requests.ts';
import { graphTextHash } from '../../../../../core/storage/sqlite/graph-texts.ts';

const stand = (answer: unknown) => {
  const changes: GraphChange[] = [];
  const told: unknown[] = [];
  const store = graphRequests({
    change: async (change) => {
      changes.push(change);
      return answer;
    },
    ask: async () => undefined as never,
    refresh: async () => undefined,
    tell: (draft, at, seal) => told.push([draft.type, at, seal]),
  });
  return { store, changes, told };
};

describe('graphRequests', () => {
  it('gives a save its version, its canonical row and its event', async () => {
    const { store, changes, told } = stand({ seq: 3, prev: 'p', hash: 'h' });
    const save = {
      id: 'g',
      name: 'G',
      text: 'a\ud800',
      note: '',
      nodes: 1,
      errors: 0,
      at: 5,
      baseVersion: 2,
    };
    expect(await store.save(save)).toMatchObject({ id: 'g', version: 3 });
    const [change] = changes;
    expect(change?.kind === 'save' && change.row[3]).toBe(
      `{"errors":0,"id":"g","name":"G","nodes":1,"note":"","text_hash":"${graphTextHash('a\ufffd')}","version":3}`,
    );
    expect(change?.kind === 'save' && change.text).toBe('a\ud800');
    expect(told).toEqual([['graph-saved', 5, { seq: 3, prev: 'p', hash: 'h' }]]);
  });

  it('tells of a deletion only where versions went', async () => {
    const gone = stand({ deleted: true, versions: 2, seal: { seq: 9, prev: '', hash: '' } });
    expect(await gone.store.delete('g', 7)).toBe(true);
    expect(gone.told).toHaveLength(1);
    const draftOnly = stand({ deleted: true, versions: 0, seal: undefined });
    expect(await draftOnly.store.delete('g', 7)).toBe(true);
    expect(draftOnly.told).toEqual([]);
  });
});

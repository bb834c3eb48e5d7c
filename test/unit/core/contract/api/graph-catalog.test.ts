import { describe, expect, it } from 'vitest';
import { graphCatalog } from '../../../../../core/contract/api/graph-catalog.ts';

const reads = (name: keyof typeof graphCatalog, input: object) =>
  graphCatalog[name].input.safeParse(input).success;

describe('graphCatalog', () => {
  it('gives no two procedures the same way in', () => {
    const ways = Object.values(graphCatalog).map(({ method, path }) => `${method} ${path}`);
    expect(new Set(ways).size).toBe(ways.length);
  });

  it('takes what a query string can say of a version', () => {
    expect(graphCatalog['graphs.get'].input.parse({ id: 'g', version: '3' })).toEqual({
      id: 'g',
      version: 3,
    });
    expect(reads('graphs.get', { id: 'g', version: '0' })).toBe(false);
  });

  it('wants to know what a save and a draft were made from', () => {
    const text = { name: 'G', text: 'nodes: []' };
    expect(reads('graphs.save', text)).toBe(false);
    expect(reads('graphs.save', { ...text, base_version: 0 })).toBe(true);
    expect(reads('graphs.save', { ...text, name: '', base_version: 0 })).toBe(false);
    expect(reads('graphs.draft', { ...text, id: 'g', base_version: 1 })).toBe(false);
    expect(reads('graphs.draft', { ...text, id: 'g', base_version: 1, revision: 0 })).toBe(false);
    expect(reads('graphs.draft', { ...text, id: 'g', base_version: 1, revision: 1 })).toBe(true);
  });

  it('bounds what is run and planned', () => {
    expect(reads('tasks.execute', { text: 'x', parallel: 0 })).toBe(false);
    expect(reads('tasks.execute', { text: 'x', parallel: { total: 4 }, on_failure: 'continue' })).toBe(true);
    expect(reads('tasks.execute', { text: 'x', inputs: { n: 1 } })).toBe(false);
    expect(reads('tasks.plan', { goal: '' })).toBe(false);
    expect(reads('tasks.plan', { goal: 'g', max_nodes: 201 })).toBe(false);
    expect(graphCatalog['tasks.plan'].input.parse({ goal: 'g' })).toEqual({ goal: 'g', max_nodes: 12 });
  });
});

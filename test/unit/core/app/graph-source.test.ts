import { describe, expect, it } from 'vitest';
import { graphFromStore, graphFromText, graphOf } from '../../../../core/app/graph-source.ts';
import type { GraphVersion } from '../../../../core/contract/index.ts';

const version = { id: 'g', name: 'Mine', version: 3, text: 'nodes: [{id: a}]' } as GraphVersion;
const graphs = {
  version: async (id: string, number?: number) => (id === 'g' && (number ?? 3) === 3 ? version : undefined),
  versions: async (id: string) => (id === 'g' ? [version] : []),
};

describe('where a graph comes from', () => {
  it('is a text in either notation, with a byte order mark or without', () => {
    for (const text of ['nodes: [{id: a}]', '\ufeff{"nodes": [{"id": "a"}]}', 'nodes:\r\n  - id: a\r\n']) {
      expect(graphFromText(text, 'g.yaml')).toMatchObject({ data: { nodes: [{ id: 'a' }] }, file: 'g.yaml' });
    }
  });

  it('is called as its file where its text says no name', () => {
    const names = ['work/plan.v2.yaml', 'C:\\graphs\\plan.JSON', 'graph', '.yaml'].map(
      (file) => graphFromText('nodes: [{id: a}]', file).name,
    );
    expect(names).toEqual(['plan.v2', 'plan', null, null]);
  });

  it('is refused with the place of what cannot be read', () => {
    expect(() => graphFromText('nodes:\n  - {id: a', 'g.yaml')).toThrow(
      expect.objectContaining({ code: 'input/invalid-yaml', where: expect.objectContaining({ line: 2 }) }),
    );
  });

  it('is a stored version, and says which one', async () => {
    expect(await graphFromStore(graphs, 'g')).toMatchObject({
      data: { nodes: [{ id: 'a' }] },
      stored: { id: 'g', version: 3 },
      name: 'Mine',
    });
    await expect(graphFromStore(graphs, 'g', 9)).rejects.toMatchObject({
      remedy: expect.stringContaining('3'),
    });
    await expect(graphFromStore(graphs, 'h')).rejects.toMatchObject({ code: 'input/unknown-graph' });
  });

  it('is what a specification names: itself, stored, or a file where files can be read', async () => {
    const data = { nodes: [{ id: 'b' }] };
    expect(await graphOf(graphs, { graph: data })).toMatchObject({ data, stored: null });
    expect(await graphOf(graphs, { graph: { stored: 'g', version: 3 } })).toMatchObject({
      stored: { version: 3 },
    });
    const readText = async (path: string) => `nodes: [{id: ${path}}]`;
    expect(await graphOf(graphs, { graph: 'x' }, readText)).toMatchObject({ data: { nodes: [{ id: 'x' }] } });
    await expect(graphOf(graphs, { graph: 'x' })).rejects.toMatchObject({ where: { path: 'graph' } });
  });
});

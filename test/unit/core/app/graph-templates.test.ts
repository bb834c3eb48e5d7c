import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readGraphTemplates } from '../../../../core/app/graph-templates.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

describe('readGraphTemplates', () => {
  it('reads name, sentence and size of each, in the order of their files', () => {
    const root = temporaryFolder();
    const folder = join(root, 'resources', 'graphs');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'two.yaml'), 'name: Two\nsays: Of two.\nnodes: [{id: a}, {id: b}]\n');
    writeFileSync(join(folder, 'one.json'), '{"nodes": [{"id": "a"}]}');
    writeFileSync(join(folder, 'broken.yaml'), 'nodes: [');
    writeFileSync(join(folder, 'notes.txt'), 'nothing');
    expect(readGraphTemplates(root)).toMatchObject([
      { id: 'one', name: 'one', says: '', nodes: 1 },
      { id: 'two', name: 'Two', says: 'Of two.', nodes: 2, text: expect.stringContaining('id: b') },
    ]);
  });

  it('has none where the folder is missing', () => {
    expect(readGraphTemplates(temporaryFolder())).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { readGraph } from '../../../../../core/graph/reading/read-graph.ts';
import { compareVersions } from '../../../../../core/graph/versions/compare-versions.ts';

const compare = (before: object, after: object) =>
  compareVersions(readGraph(before).graph, readGraph(after).graph);
const same = {
  added: [],
  removed: [],
  changed: [],
  rewired: { added: [], removed: [] },
  moved: [],
  settings: [],
  graphs: [],
};

describe('compareVersions', () => {
  it('finds nothing where only the writing differs', () => {
    expect(
      compare(
        { nodes: [{ id: 'a' }, { id: 'b' }] },
        {
          nodes: [
            { id: 'b', deps: [] },
            { id: 'a', prompt: 'a' },
          ],
        },
      ),
    ).toEqual(same);
  });

  it('tells apart what was added, removed, changed, rewired and moved', () => {
    const before = {
      name: 'g',
      says: 'x',
      nodes: [
        { id: 'a', position: { x: 0, y: 0 } },
        { id: 'b', deps: ['a'], retries: 1, colour: 'red' },
        { id: 'c', deps: ['b'], kind: 'approval' },
        { id: 'd', deps: [{ node: 'c', port: 'approved' }] },
        { id: 'old', deps: ['d'] },
        { id: 'e', deps: ['old'] },
      ],
      graphs: { one: { nodes: [{ id: 'x' }] }, gone: { nodes: [{ id: 'y' }] } },
    };
    const after = {
      name: 'h',
      inputs: { topic: '' },
      nodes: [
        { id: 'a', position: { x: 5, y: 0 } },
        { id: 'b', deps: ['a'], prompt: 'New', colour: 'blue' },
        { id: 'c', deps: ['a'] },
        { id: 'd', deps: [{ node: 'c', port: 'rejected' }] },
        { id: 'new', deps: ['a'] },
        { id: 'e', deps: ['new'] },
      ],
      graphs: { one: { nodes: [{ id: 'x' }, { id: 'z' }] } },
    };
    expect(compare(before, after)).toEqual({
      added: ['new'],
      removed: ['old'],
      changed: [
        { node: 'b', fields: ['colour', 'retries', 'prompt'] },
        { node: 'c', fields: ['kind'] },
      ],
      rewired: {
        added: [
          { from: 'a', to: 'c', port: null },
          { from: 'c', to: 'd', port: 'rejected' },
          { from: 'new', to: 'e', port: null },
        ],
        removed: [
          { from: 'b', to: 'c', port: null },
          { from: 'c', to: 'd', port: 'approved' },
          { from: 'old', to: 'e', port: null },
        ],
      },
      moved: ['a'],
      settings: ['name', 'inputs', 'says'],
      graphs: [
        { name: 'one', comparison: { ...same, added: ['z'] } },
        { name: 'gone', comparison: null },
      ],
    });
  });
});

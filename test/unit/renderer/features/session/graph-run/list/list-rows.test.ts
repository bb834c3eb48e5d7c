import { describe, expect, it } from 'vitest';
import { listRows } from '../../../../../../../renderer/features/session/graph-run/list/list-rows.ts';
import { runTree } from '../../../../../../../renderer/state/index.ts';
import { doneNode, nodeRun } from '../../../../state/graph-run/node-run.ts';

const nodes = [
  doneNode('Plan', { excerpt: 'A harbour' }),
  nodeRun('each'),
  doneNode('each[0]', { parent: 'each' }),
  nodeRun('each[1]', { parent: 'each', status: 'failed', reason: 'It broke.' }),
];
const tree = runTree(nodes);
const rowsOf = (
  status: Parameters<typeof listRows>[3]['status'],
  words: string,
  open: readonly string[] = [],
) => listRows(nodes, tree, new Set(open), { status, words }).map(({ node, depth }) => `${depth} ${node.id}`);

describe('listRows', () => {
  it('is a tree while nothing is sought', () => {
    expect(rowsOf(null, '')).toEqual(['0 Plan', '0 each']);
    expect(rowsOf(null, ' ', ['each'])).toEqual(['0 Plan', '0 each', '1 each[0]', '1 each[1]']);
  });

  it('is flat where something is, whatever is folded', () => {
    expect(rowsOf('failed', '')).toEqual(['0 each[1]']);
    expect(rowsOf(null, 'HARBOUR')).toEqual(['0 Plan']);
    expect(rowsOf(null, 'broke')).toEqual(['0 each[1]']);
    expect(rowsOf('done', 'each')).toEqual(['0 each[0]']);
    expect(rowsOf(null, 'nothing of it')).toEqual([]);
  });
});

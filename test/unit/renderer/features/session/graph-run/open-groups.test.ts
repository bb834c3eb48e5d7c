import { describe, expect, it } from 'vitest';
import {
  noWishes,
  openGroups,
  toggleGroup,
} from '../../../../../../renderer/features/session/graph-run/open-groups.ts';
import { runTree } from '../../../../../../renderer/state/index.ts';
import { nodeRun } from '../../../state/graph-run/node-run.ts';

const tree = runTree([
  nodeRun('team', { kind: 'delegate' }),
  nodeRun('each', { kind: 'map' }),
  nodeRun('team/a', { parent: 'team' }),
  nodeRun('each[0]', { parent: 'each' }),
]);

describe('openGroups', () => {
  it('shows plans without being asked, and lists when asked', () => {
    expect(openGroups(tree, noWishes)).toEqual(['team']);
    expect(openGroups(tree, toggleGroup(noWishes, 'each', false))).toEqual(['team', 'each']);
  });

  it('does what a reader last wished', () => {
    const folded = toggleGroup(noWishes, 'team', true);
    expect(openGroups(tree, folded)).toEqual([]);
    expect(openGroups(tree, toggleGroup(folded, 'team', false))).toEqual(['team']);
  });
});

import type { NodeRun } from '../../../../../core/contract/index.ts';
import type { RunTree } from '../../../../state/index.ts';

export interface ListRow {
  readonly node: NodeRun;
  /** How many nodes stand around it. */
  readonly depth: number;
  /** Nodes that were added to it. */
  readonly inside: number;
  readonly open: boolean;
}

export interface ListFilter {
  readonly status: NodeRun['status'] | null;
  /** Words of its title, id, agent or output. */
  readonly words: string;
}

/** Nothing is sought: all nodes as a tree. */
export const everyNode: ListFilter = { status: null, words: '' };

/** The nodes as lines: as a tree while nothing is sought, flat where something is. */
export const listRows = (
  nodes: readonly NodeRun[],
  tree: RunTree,
  open: ReadonlySet<string>,
  filter: ListFilter,
): readonly ListRow[] => {
  const words = filter.words.trim().toLowerCase();
  if (filter.status !== null || words !== '') {
    return nodes
      .filter((node) => (filter.status === null || node.status === filter.status) && holds(node, words))
      .map((node) => ({ node, depth: 0, inside: tree.sums.get(node.id)?.nodes ?? 0, open: false }));
  }
  const rows: ListRow[] = [];
  const add = (some: readonly NodeRun[], depth: number) => {
    for (const node of some) {
      const inside = tree.children.get(node.id) ?? [];
      const isOpen = open.has(node.id) && inside.length > 0;
      rows.push({ node, depth, inside: tree.sums.get(node.id)?.nodes ?? 0, open: isOpen });
      if (isOpen) add(inside, depth + 1);
    }
  };
  add(tree.roots, 0);
  return rows;
};

const holds = ({ id, title, agent, excerpt, reason }: NodeRun, words: string): boolean =>
  words === '' ||
  [id, title, agent ?? '', excerpt, reason ?? ''].some((text) => text.toLowerCase().includes(words));

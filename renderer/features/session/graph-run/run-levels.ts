import type { NodeRun } from '../../../../core/contract/index.ts';

/** Nodes with the same longest way from a start. */
export interface RunLevel {
  readonly level: number;
  readonly nodes: readonly NodeRun[];
}

/** The nodes of the file by level, from 0. Linear in nodes and dependencies, however deep. */
export const runLevels = (roots: readonly NodeRun[]): readonly RunLevel[] => {
  const byId = new Map(roots.map((node) => [node.id, node]));
  const waiting = new Map<string, number>();
  const behind = new Map<string, string[]>();
  for (const { id, deps } of roots) {
    const known = deps.filter((dep) => byId.has(dep) && dep !== id);
    waiting.set(id, known.length);
    for (const dep of known) {
      const some = behind.get(dep);
      if (some) some.push(id);
      else behind.set(dep, [id]);
    }
  }
  const levels = new Map<string, number>();
  const ready = roots.filter(({ id }) => waiting.get(id) === 0).map(({ id }) => id);
  for (const id of ready) levels.set(id, 0);
  for (let index = 0; index < ready.length; index += 1) {
    const id = ready[index] as string;
    for (const next of behind.get(id) ?? []) {
      levels.set(next, Math.max(levels.get(next) ?? 0, (levels.get(id) ?? 0) + 1));
      const left = (waiting.get(next) ?? 0) - 1;
      waiting.set(next, left);
      if (left === 0) ready.push(next);
    }
  }
  const rows: NodeRun[][] = [];
  for (const node of roots) {
    const level = levels.get(node.id) ?? 0;
    while (rows.length <= level) rows.push([]);
    rows[level]?.push(node);
  }
  return rows.map((nodes, level) => ({ level, nodes }));
};

import type { GraphNode, NodeOf } from '../graph.ts';
import { type GraphProblem, graphWarning } from '../graph-problem.ts';
import { compilePattern } from '../matching/compile-pattern.ts';
import { passes } from '../matching/passes.ts';
import { portsOf } from '../output-type-of.ts';
import { portOf } from '../port-of.ts';
import { parseTemplate } from '../templates/parse-template.ts';
import type { CheckContext } from './check-context.ts';

/** Nodes that no run can come to, each with the node that is in its way. */
export const checkReachable = ({ ids, topology }: CheckContext): readonly GraphProblem[] => {
  const only = new Map<string, string>();
  for (const node of ids.values()) {
    const way = onlyWayOf(node);
    if (way !== undefined) only.set(node.id, way);
  }
  const problems: GraphProblem[] = [];
  const never = new Set<string>();
  for (const id of topology.order) {
    const node = ids.get(id) as GraphNode;
    const closed = node.deps.find((dep) => isClosed(node, dep, ids, only));
    const barred = closed ?? node.deps.find((dep) => portOf(node, dep) !== undefined && never.has(dep));
    const isBehind = node.deps.length > 0 && node.deps.every((dep) => never.has(dep));
    if (barred === undefined && !isBehind) continue;
    never.add(id);
    const by = barred ?? (node.deps[0] as string);
    const message = `Node "${id}" can never run: ${reasonFor(node, by, only)}.`;
    problems.push(graphWarning('unreachable-node', id, message, 'Change the condition or the dependency.'));
  }
  return problems;
};

const reasonFor = (node: GraphNode, by: string, only: ReadonlyMap<string, string>): string => {
  const port = portOf(node, by);
  const way = only.get(by);
  if (port !== undefined && way !== undefined) return `"${by}" always goes the way "${way}", never "${port}"`;
  return port === undefined || way === undefined
    ? `nothing comes to it from "${by}"`
    : `"${by}" is in its way`;
};

/** True where a dependency asks for a way that is never taken, or that does not exist. */
const isClosed = (
  node: GraphNode,
  dep: string,
  ids: ReadonlyMap<string, GraphNode>,
  only: ReadonlyMap<string, string>,
): boolean => {
  const port = portOf(node, dep);
  const before = ids.get(dep);
  if (port === undefined || !before) return false;
  if (!portsOf(before).includes(port)) return true;
  const way = only.get(dep);
  return way !== undefined && way !== port;
};

/** The one way that a condition goes whatever comes: of a fixed text, of a pattern that cannot match, or pinned. */
const onlyWayOf = (node: GraphNode): string | undefined => {
  if (node.pinned !== undefined && portsOf(node).includes(String(node.pinned))) return String(node.pinned);
  if (node.kind !== 'condition') return undefined;
  if (isFixed(node)) return passes(node.test, node.input ?? '') ? 'yes' : 'no';
  return node.test.kind === 'matches' && !compilePattern(node.test.text).ok ? 'no' : undefined;
};

const isFixed = ({ input }: NodeOf<'condition'>): boolean =>
  input !== null && parseTemplate(input).parts.every(({ kind }) => kind === 'text');

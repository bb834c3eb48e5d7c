import type { InputProblem } from '../contract/index.ts';
import type { Graph, GraphNode, NodeOf } from '../graph/index.ts';
import { checkSpecification, type KnownNames } from '../scenario/index.ts';

type ResolveAgent = (reference: string) => string | undefined;

const ROLES = ['moderator', 'judge', 'synthesizer', 'planner'] as const;

/** What is wrong with the specifications of sessions inside of nodes, each with its node. */
export const sessionNodeProblems = (
  graph: Graph,
  known: KnownNames,
  file: string | null,
): readonly InputProblem[] =>
  allNodes(graph).flatMap((node) => {
    if (node.kind !== 'session') return [];
    const read = checkSpecification({ ...node.session, topic: 'a topic' }, known);
    const problems = read.ok ? inner(node) : read.problems;
    return problems.map(({ message, where, ...rest }) => ({
      ...rest,
      message: `In the session of node ${JSON.stringify(node.id)}: ${message}`,
      where: {
        ...(file !== null && { file }),
        path: `nodes[${JSON.stringify(node.id)}].session${where.path ? `.${where.path}` : ''}`,
      },
    }));
  });

const inner = ({ session }: NodeOf<'session'>): readonly InputProblem[] =>
  session['mode'] === 'workflow'
    ? [
        {
          code: 'input/invalid',
          message: 'a task graph inside of a node is a subgraph: put it under graphs and use kind: subgraph.',
          where: { path: 'mode' },
        },
      ]
    : [];

/** The same graph with exact versions of everybody in its sessions, so that no later version takes part. */
export const withExactSessions = (graph: Graph, resolveAgent: ResolveAgent): Graph => ({
  ...graph,
  nodes: graph.nodes.map((node) => exactNode(node, resolveAgent)),
  graphs: Object.fromEntries(
    Object.entries(graph.graphs).map(([name, body]) => [name, withExactSessions(body, resolveAgent)]),
  ),
});

const exactNode = (node: GraphNode, resolveAgent: ResolveAgent): GraphNode => {
  if (node.kind !== 'session') return node;
  const exact = (reference: unknown): unknown =>
    typeof reference === 'string' ? (resolveAgent(reference) ?? reference) : reference;
  const { agents } = node.session;
  const roles = ROLES.flatMap((role) =>
    node.session[role] === undefined ? [] : [[role, exact(node.session[role])] as const],
  );
  return {
    ...node,
    session: {
      ...node.session,
      ...(Array.isArray(agents) && { agents: agents.map(exact) }),
      ...Object.fromEntries(roles),
    },
  };
};

const allNodes = (graph: Graph): readonly GraphNode[] => [
  ...graph.nodes,
  ...Object.values(graph.graphs).flatMap(({ nodes }) => nodes),
];

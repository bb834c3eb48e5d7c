import { type GraphNode, portOf, type Schedule, type ScheduledNode } from '../../../graph/index.ts';
import type { NodeRun } from './node-run.ts';

interface KnownNodes {
  readonly schedule: Schedule;
  /** By their number in the schedule. */
  readonly numbered: NodeRun[];
  readonly runs: Map<string, NodeRun>;
  /** By the name of the agent. */
  readonly providers: ReadonlyMap<string, string>;
}

/** Puts nodes into the schedule, whose dependencies are among them or there already. */
export const addToSchedule = (
  state: KnownNodes,
  runs: readonly NodeRun[],
  within: { readonly parent?: NodeRun; readonly group?: ScheduledNode['group'] } = {},
): void => {
  const { schedule, numbered, providers } = state;
  for (const run of runs) {
    run.number = numbered.length;
    numbered.push(run);
    state.runs.set(run.id, run);
  }
  schedule.add(
    runs.map(({ node, agent }) => {
      const deps = node.deps.flatMap((dep) => {
        const before = state.runs.get(dep);
        return before && before.node !== node
          ? [{ number: before.number, port: portOf(node, dep) ?? null }]
          : [];
      });
      return {
        deps: deps.map(({ number }) => number),
        ports: deps.map(({ port }) => port),
        agent,
        provider: providers.get(agent ?? '') ?? null,
        group: within.group ?? null,
        slotless: !isWork(node),
      };
    }),
    within.parent?.number,
  );
};

/** Whether somebody works on it, rather than that it asks, waits or holds others. */
export const isWork = (node: GraphNode): boolean =>
  node.kind === 'task' || node.kind === 'session' || (node.kind === 'reduce' && node.batch === null);

import { estimateTokens, type WorkflowRun } from '../contract/index.ts';

/** Turns of one agent with the same task. */
export interface TurnGroup {
  /** `Name` or `Name@version`. */
  readonly agent: string;
  /** The task as it is written, without what other nodes put into it. */
  readonly promptTokens: number;
  readonly low: number;
  readonly high: number;
}

type Plain = Readonly<Record<string, unknown>>;
type Times = Pick<TurnGroup, 'low' | 'high'>;

/** As core/graph reads a node that does not say otherwise. */
const USUAL = { agent: 'Planner', reviewer: 'Critic', maxItems: 100, rounds: 2 } as const;
/** Graphs used by name cannot use themselves; this holds off a graph that was never checked. */
const MOST_NESTED = 8;

/**
 * How often which agent may speak in a run of a task graph. Low: no node behind a condition or an approval, one item
 * a list, one round a loop, the shortest plan. High: every way, every attempt, every item and round that is allowed.
 */
export const graphTurns = ({ graph, given, delegation }: WorkflowRun): readonly TurnGroup[] => {
  const bodies = isPlain(graph['graphs']) ? graph['graphs'] : {};
  const groups: TurnGroup[] = [];
  const add = (agent: unknown, prompt: unknown, times: Times) => {
    const promptTokens = estimateTokens(textOf(prompt, ''));
    groups.push({ agent: textOf(agent, USUAL.agent), promptTokens, ...times });
  };
  const body = (node: Plain, times: Times, depth: number) => {
    const inner = bodies[textOf(node['graph'], '')];
    if (isPlain(inner) && depth < MOST_NESTED) all(inner, times, depth + 1);
    else {
      const fallback = typeof node['fallback'] === 'string' ? 1 : 0;
      const high = times.high * (1 + numberOf(node['retries'], 0) + fallback);
      add(node['agent'], node['prompt'], { low: times.low, high });
    }
  };
  const one = (node: Plain, times: Times, depth: number) => {
    const { low, high } = times;
    switch (node['kind'] ?? 'task') {
      case 'task':
        return body(node, times, MOST_NESTED);
      case 'map':
        return body(node, { low, high: high * numberOf(node['max_items'], USUAL.maxItems) }, depth);
      case 'reduce': {
        const batch = numberOf(node['batch'], 0);
        // So many texts at once make one of so many, until one is left.
        const steps = batch > 1 ? Math.ceil((USUAL.maxItems - 1) / (batch - 1)) : 1;
        return body(node, { low, high: high * steps }, MOST_NESTED);
      }
      case 'loop':
        return body(node, { low, high: high * numberOf(node['max'], 1) }, depth);
      case 'session':
        return sessionTurns(node, times);
      case 'delegate':
        return delegateTurns(node, times);
      default:
        return;
    }
  };
  const sessionTurns = ({ session, prompt }: Plain, { low, high }: Times) => {
    const { agents, max_rounds: rounds, synthesizer } = isPlain(session) ? session : {};
    for (const agent of listOf(agents)) {
      add(agent, prompt, { low, high: high * (numberOf(rounds, 3) + 1) });
    }
    if (synthesizer !== undefined) add(synthesizer, prompt, { low, high });
  };
  const delegateTurns = (node: Plain, { low, high }: Times) => {
    const rounds = high * Math.max(1, numberOf(node['rounds'], USUAL.rounds));
    const team = listOf(node['agents']);
    const tasks = (rounds * delegation.max_nodes) / Math.max(1, team.length);
    // A plan that cannot be read is asked for once more.
    add(node['planner'], node['prompt'], { low, high: 2 * rounds });
    for (const [index, agent] of team.entries()) {
      add(agent, node['prompt'], { low: index === 0 ? low : 0, high: Math.ceil(tasks) });
    }
    if (node['reviewer'] !== null) {
      add(textOf(node['reviewer'], USUAL.reviewer), node['prompt'], { low, high: rounds });
    }
  };
  const all = (of: Plain, { low, high }: Times, depth: number) => {
    for (const node of listOf(of['nodes'])) {
      if (!isPlain(node) || (depth === 0 && textOf(node['id'], '') in given)) continue;
      one(node, { low: standsBehindWay(node) ? 0 : low, high }, depth);
    }
  };
  all(graph, { low: 1, high: 1 }, 0);
  return groups;
};

/** True when a dependency has to have gone one of its ways. */
const standsBehindWay = ({ deps }: Plain): boolean => listOf(deps).some(isPlain);

const isPlain = (value: unknown): value is Plain =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

const textOf = (value: unknown, otherwise: string): string => (typeof value === 'string' ? value : otherwise);

const numberOf = (value: unknown, otherwise: number): number =>
  typeof value === 'number' && value >= 0 ? value : otherwise;

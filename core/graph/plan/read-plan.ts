import { findCycles } from '../find-cycles.ts';
import { type GraphProblem, graphError, graphWarning } from '../graph-problem.ts';
import { topologyOf } from '../topology.ts';
import { type FoundPlan, findPlan } from './find-plan.ts';
import type { PlanItem } from './plan-items.ts';
import { itemFinder, type NamedItem, namedItems } from './plan-names.ts';
import { plannedPrompt } from './planned-prompt.ts';
import { memberNamed, specialistFor, type TeamMember } from './specialist-for.ts';

export interface PlanBounds {
  /** Who may do the tasks; never empty. */
  readonly team: readonly TeamMember[];
  /** Most tasks of one plan. */
  readonly maxNodes: number;
  /** Whether a task may be given to a planner once more. */
  readonly mayDelegate: boolean;
  /** Ids of nodes that have ended, whose results the plan may build on. */
  readonly finished: readonly string[];
}

export interface PlannedNode {
  readonly id: string;
  readonly kind: 'task' | 'delegate';
  readonly title: string | null;
  /** A template. */
  readonly prompt: string;
  /** Null where the node delegates: a planner of its own chooses. */
  readonly agent: string | null;
  readonly deps: readonly string[];
  readonly output: 'text' | 'list' | 'json';
}

export interface PlanReading {
  readonly name: string | null;
  /** As far as they could be read. */
  readonly nodes: readonly PlannedNode[];
  /** Warnings say what was mended, errors why the plan cannot be used. */
  readonly problems: readonly GraphProblem[];
  readonly ok: boolean;
}

/** Longest prompt and title of a planned node, in UTF-16 units. */
const MAX_PLANNED_PROMPT = 20_000;
const MAX_TITLE = 200;

const MOST_TOLD = 50;

const MENDED = 'It was mended; nothing is to be done.';

/**
 * Reads a planner's answer into the nodes of a graph. What has one plain meaning is mended and said; what has not (a
 * cycle, a task lost where the text was cut, too many tasks) makes the plan unusable, so that the planner can be asked
 * again. Takes time linear in the text and never throws.
 */
export const readPlan = (answer: string, bounds: PlanBounds): PlanReading => {
  const found = findPlan(answer);
  if (!found) return refused(null, noPlan(answer));
  const left = found.items.filter(({ prompt }) => prompt !== '');
  if (left.length === 0) return refused(found.name, emptyPlan);
  if (left.length > bounds.maxNodes) return refused(found.name, tooMany(left.length, bounds.maxNodes));
  const problems = [...shapeProblems(found, left.length)];
  const nodes = nodesOf(left, bounds, problems);
  problems.push(...cycleProblems(nodes));
  return {
    name: found.name?.slice(0, MAX_TITLE).toWellFormed() ?? null,
    nodes,
    problems: bounded(problems),
    ok: problems.every(({ severity }) => severity === 'warning'),
  };
};

/** A text that is wrong everywhere is told so, not a thousand times. */
const bounded = (problems: readonly GraphProblem[]): readonly GraphProblem[] =>
  problems.length <= MOST_TOLD
    ? problems
    : problems.toSorted((a, b) => a.severity.localeCompare(b.severity)).slice(0, MOST_TOLD);

const refused = (name: string | null, problem: GraphProblem): PlanReading => ({
  name,
  nodes: [],
  problems: [problem],
  ok: false,
});

const noPlan = (answer: string): GraphProblem =>
  graphError(
    'invalid-graph',
    null,
    answer.trim() === ''
      ? 'The answer is empty.'
      : 'There is no list of tasks in the answer that can be read.',
    'Answer with one JSON object that has a list of nodes.',
  );

const emptyPlan = graphError(
  'invalid-graph',
  null,
  'The list of tasks is empty.',
  'Name at least one task and say in its prompt what is to be done.',
);

const tooMany = (count: number, most: number): GraphProblem =>
  graphError(
    'too-large',
    null,
    `The plan has ${count} tasks, and at most ${most} are allowed.`,
    'Put tasks together that the same agent can do at once.',
  );

const shapeProblems = ({ cut, items }: FoundPlan, usable: number): readonly GraphProblem[] => [
  ...(cut === 'lost'
    ? [
        graphError(
          'cut-off',
          null,
          `The answer was cut off behind ${usable === 1 ? 'one task' : `${usable} tasks`}.`,
          'Answer with fewer tasks or shorter prompts.',
        ),
      ]
    : []),
  ...(cut === 'closed' ? [mended('cut-off', null, 'The answer ended before its last bracket.')] : []),
  ...(items.length > usable
    ? [
        mended(
          'invalid-node',
          null,
          `${items.length - usable} tasks said nothing of what is to be done and were left out.`,
        ),
      ]
    : []),
];

const mended = (code: GraphProblem['code'], node: string | null, message: string): GraphProblem =>
  graphWarning(code, node, message, MENDED);

const nodesOf = (
  left: readonly PlanItem[],
  bounds: PlanBounds,
  problems: GraphProblem[],
): readonly PlannedNode[] => {
  const items = namedItems(left, bounds.finished);
  const find = itemFinder(items, left);
  const finished = new Map(bounds.finished.map((id) => [id.toLowerCase(), id]));
  const resolve = (name: string) => find(name) ?? finished.get(name.trim().toLowerCase());
  return items.map((item) => {
    const { id, renamedFrom, title } = item;
    if (renamedFrom !== null) {
      const message = `The id "${renamedFrom}" was used before; the second became "${id}".`;
      problems.push(mended('duplicate-id', id, message));
    }
    const isDelegate = item.kind === 'delegate' && bounds.mayDelegate;
    if (!isDelegate && item.kind !== 'task') {
      const message = `Task "${id}" was of the kind "${shown(item.kind)}", which a plan may not hold here; it runs as a task.`;
      problems.push(mended('unknown-kind', id, message));
    }
    const { text, deps } = bound(item, resolve, problems);
    return {
      id,
      kind: isDelegate ? 'delegate' : 'task',
      title: title === null ? null : title.slice(0, MAX_TITLE).replace(/\s+/g, ' ').toWellFormed(),
      prompt: text,
      agent: isDelegate ? null : agentOf(item, bounds.team, problems),
      deps,
      output: item.output === 'list' || item.output === 'json' ? item.output : 'text',
    };
  });
};

/** The prompt and all that the node waits for, what its prompt names included. */
const bound = (
  { id, prompt, deps }: NamedItem,
  resolve: (name: string) => string | undefined,
  problems: GraphProblem[],
): { readonly text: string; readonly deps: readonly string[] } => {
  const waitsFor = new Set<string>();
  for (const dep of deps) {
    const meant = resolve(dep);
    if (meant === undefined) {
      const message = `Task "${id}" waited for "${shown(dep)}", which is not in the plan; the dependency was dropped.`;
      problems.push(mended('missing-dependency', id, message));
    } else if (meant === id) {
      problems.push(
        mended('missing-dependency', id, `Task "${id}" waited for itself; the dependency was dropped.`),
      );
    } else waitsFor.add(meant);
  }
  const filled = plannedPrompt(prompt, (name) => {
    const meant = resolve(name);
    return meant === id ? undefined : meant;
  });
  for (const name of filled.names) {
    if (waitsFor.has(name)) continue;
    waitsFor.add(name);
    const message = `The prompt of task "${id}" names the result of "${name}", so it waits for it now.`;
    problems.push(mended('unbound-variable', id, message));
  }
  if (filled.unknown.length > 0) {
    const message = `The prompt of task "${id}" names "${shown(filled.unknown[0] as string)}" in braces, which is no task; it stays as words.`;
    problems.push(mended('unbound-variable', id, message));
  }
  if (filled.text.length > MAX_PLANNED_PROMPT) {
    const message = `The prompt of task "${id}" is longer than ${MAX_PLANNED_PROMPT} characters.`;
    problems.push(graphError('invalid-node', id, message, 'Say in fewer words what is to be done.'));
  }
  return { text: filled.text, deps: [...waitsFor] };
};

const agentOf = (
  { id, agent, title, prompt }: NamedItem,
  team: readonly TeamMember[],
  problems: GraphProblem[],
): string => {
  const known = agent === null ? undefined : memberNamed(team, agent);
  if (known !== undefined) return known;
  const chosen = specialistFor(team, agent, `${title ?? ''} ${prompt}`);
  const message =
    agent === null
      ? `Task "${id}" was given to nobody; ${chosen} fits it best.`
      : `Task "${id}" was given to "${shown(agent)}", who is not listed; ${chosen} does it.`;
  problems.push(mended('unknown-agent', id, message));
  return chosen;
};

const cycleProblems = (nodes: readonly PlannedNode[]): readonly GraphProblem[] =>
  findCycles(nodes, topologyOf(nodes).rest).map((cycle) =>
    graphError(
      'cycle',
      cycle[0] ?? null,
      `These tasks wait for each other and could never be done: ${cycle.slice(0, 12).join(' → ')}.`,
      'Take one of these dependencies away.',
    ),
  );

const shown = (text: string): string => (text.length > 60 ? `${text.slice(0, 57)}...` : text).toWellFormed();

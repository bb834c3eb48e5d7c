import { pick } from '../../effects/index.ts';
import { knownTopic } from './debater/known-topics.ts';
import { capitalised, type Slots } from './debater/lens.ts';
import type { StubPrompt } from './read-prompt.ts';

interface PlannedNode {
  readonly id: string;
  readonly prompt: string;
  readonly agent: string;
  readonly deps: readonly string[];
}

interface Branch {
  readonly id: string;
  readonly prompt: (goal: string, slots: Slots) => string;
}

/** Work that can go on side by side once the scope is clear. */
const branches: readonly Branch[] = [
  {
    id: 'options',
    prompt: (goal, { lever }) =>
      `List three ways to reach the goal, among them one built on ${lever}, and what each would take. Goal: ${goal}`,
  },
  {
    id: 'risks',
    prompt: (goal, { failure, sign }) =>
      `List what can go wrong, beginning with ${failure}, and how early ${sign} would show it. Goal: ${goal}`,
  },
  {
    id: 'people',
    prompt: (goal, { people, cost }) =>
      `Say what changes for ${people}, and who carries ${cost}. Goal: ${goal}`,
  },
  {
    id: 'measure',
    prompt: (goal, { measure }) =>
      `Say how ${measure} is measured today, and which value would count as success. Goal: ${goal}`,
  },
];

/** Longest goal that is repeated in every node. */
const MAX_GOAL = 300;
const SIDE_BY_SIDE = 3;

/** Agents for the nodes: those of the session, else the shipped ones. */
const castOf = (speakers: readonly string[], seed: number) => {
  const among = speakers.length > 0 ? speakers : undefined;
  return (node: string, usual: string): string =>
    among ? (pick(among, seed, 'node', node) ?? usual) : usual;
};

/** A small graph: scope, some branches side by side, a review, the result. */
export const planOf = (
  prompt: StubPrompt,
  seed: number,
): { readonly goal: string; readonly nodes: readonly PlannedNode[] } => {
  const goal = prompt.topic.replace(/\s+/g, ' ').trim().slice(0, MAX_GOAL).toWellFormed();
  const { slots } = knownTopic(prompt.topic);
  const agentFor = castOf(prompt.speakers, seed);
  const left = [...branches];
  const taken: Branch[] = [];
  while (taken.length < SIDE_BY_SIDE) {
    const branch = pick(left, seed, goal, 'branch', taken.length) as Branch;
    taken.push(branch);
    left.splice(left.indexOf(branch), 1);
  }
  const work = branches
    .filter((branch) => taken.includes(branch))
    .map((branch) => ({
      id: branch.id,
      prompt: branch.prompt(goal, slots),
      agent: agentFor(branch.id, 'Planner'),
      deps: ['scope'],
    }));
  const ids = work.map((node) => node.id);
  return {
    goal,
    nodes: [
      {
        id: 'scope',
        prompt: `State the goal in one sentence, what is outside of it, and what is known about ${slots.term}. Goal: ${goal}`,
        agent: agentFor('scope', 'Planner'),
        deps: [],
      },
      ...work,
      {
        id: 'review',
        prompt: `Name the weakest point of ${ids.join(', ')}, and what is missing. ${capitalised(slots.gain)} must not be bought with ${slots.loss} unseen.`,
        agent: agentFor('review', 'Critic'),
        deps: ids,
      },
      {
        id: 'result',
        prompt: `Write the plan: what is done first, by whom, and when it is judged. Goal: ${goal}`,
        agent: agentFor('result', 'Synthesizer'),
        deps: [...ids, 'review'],
      },
    ],
  };
};

/** The plan as JSON and nothing else, so that a program can read it. */
export const writePlan = (prompt: StubPrompt, seed: number): string =>
  JSON.stringify(planOf(prompt, seed), null, 2);

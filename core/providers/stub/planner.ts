import { chance, pick } from '../../effects/index.ts';
import { knownTopic } from './debater/known-topics.ts';
import { capitalised, type Slots } from './debater/lens.ts';
import type { StubMember, StubPlanning, StubPrompt } from './read-prompt.ts';

interface PlannedNode {
  readonly id: string;
  readonly kind?: 'delegate';
  readonly title: string;
  readonly prompt: string;
  readonly agent?: string;
  readonly deps: readonly string[];
}

interface Plan {
  readonly nodes: readonly PlannedNode[];
}

interface Step {
  readonly id: string;
  readonly title: string;
  /** Beginnings of words in the description of an agent that suits it. */
  readonly suits: readonly string[];
  readonly prompt: (slots: Slots) => string;
}

const scope: Step = {
  id: 'scope',
  title: 'What is asked for',
  suits: ['goal', 'plan', 'step', 'argue'],
  prompt: ({ term }) =>
    `State the goal in one sentence, what is outside of it, and what is known about ${term}.`,
};

/** Work that can go on side by side once the scope is clear. */
const branches: readonly Step[] = [
  {
    id: 'options',
    title: 'Ways to reach it',
    suits: ['new', 'unusual', 'idea', 'option', 'creativ', 'argue'],
    prompt: ({ lever }) =>
      `List three ways to reach the goal, among them one built on ${lever}, and what each would take.`,
  },
  {
    id: 'risks',
    title: 'What can go wrong',
    suits: ['risk', 'doubt', 'weak', 'wrong', 'fail'],
    prompt: ({ failure, sign }) =>
      `List what can go wrong, beginning with ${failure}, and how early ${sign} would show it.`,
  },
  {
    id: 'people',
    title: 'Who is affected',
    suits: ['people', 'affected', 'speaks', 'side'],
    prompt: ({ people, cost }) => `Say what changes for ${people}, and who carries ${cost}.`,
  },
  {
    id: 'measure',
    title: 'How success is seen',
    suits: ['measur', 'analy', 'evidence', 'test', 'figure'],
    prompt: ({ measure }) => `Say how ${measure} is measured today, and which value would count as success.`,
  },
];

const review: Step = {
  id: 'review',
  title: 'Weakest point',
  suits: ['review', 'weak', 'critic', 'doubt'],
  prompt: ({ gain, loss }) =>
    `Name the weakest point of the results below, and what is missing. ${capitalised(gain)} must not be bought with ${loss} unseen.`,
};

const result: Step = {
  id: 'result',
  title: 'The whole result',
  suits: ['synth', 'result', 'write', 'plan'],
  prompt: () =>
    'Write the whole result for a reader who saw none of the work: what is done first, by whom, and when it is judged.',
};

/** By this title the stub that reviews knows that work came back to it. */
export const MEND_TITLE = 'What was still missing';

const mend: Step = {
  id: 'mend',
  title: MEND_TITLE,
  suits: ['review', 'mend', 'evidence', 'analy'],
  prompt: ({ measure }) =>
    `Take up what was found wrong or missing, point by point, and say for each how ${measure} would show that it is mended.`,
};

/** Longest goal that is repeated in every node. */
const MAX_GOAL = 160;
/** Most branches; scope, review and result come beside them. */
const SIDE_BY_SIDE = 3;

/** Who works where nobody is named: agents that ship with the program. */
const shippedCast: Readonly<Record<string, string>> = { review: 'Critic', result: 'Synthesizer' };

/** Whose description speaks of the step, by chance among equals. */
const suiting = (team: readonly StubMember[], { id, suits }: Step, seed: number): string => {
  if (team.length === 0) return shippedCast[id] ?? 'Planner';
  const scores = team.map(({ name, description }) => {
    const words = `${name} ${description}`.toLowerCase();
    return { name, score: suits.filter((word) => words.includes(word)).length };
  });
  const best = Math.max(...scores.map(({ score }) => score));
  const among = scores.filter(({ score }) => score === best);
  return pick(among, seed, 'node', id)?.name ?? shippedCast[id] ?? 'Planner';
};

/** As many branches as fit beside the other steps, by chance, in their usual order. */
const chosenBranches = (seed: number, goal: string, most: number): readonly Step[] => {
  const left = [...branches];
  const taken = new Set<Step>();
  while (taken.size < Math.min(SIDE_BY_SIDE, most)) {
    const branch = pick(left, seed, goal, 'branch', taken.size) as Step;
    taken.add(branch);
    left.splice(left.indexOf(branch), 1);
  }
  return branches.filter((branch) => taken.has(branch));
};

/** A team of the speakers for a prompt that is not ours. */
const bareTask = ({ speakers }: StubPrompt): StubPlanning => ({
  team: speakers.map((name) => ({ name, description: '' })),
  maxNodes: 6,
  mayDelegate: false,
  again: false,
});

/**
 * A small graph for the goal: scope, some branches side by side, a review, the result; fewer where fewer are allowed.
 * Asked again, only what is left to do.
 */
export const planOf = (prompt: StubPrompt, seed: number): Plan => {
  const goal = prompt.topic.replace(/\s+/g, ' ').trim().slice(0, MAX_GOAL).toWellFormed();
  const { slots } = knownTopic(prompt.topic);
  const { team, maxNodes, mayDelegate, again } = prompt.planning ?? bareTask(prompt);
  const nodeOf = (step: Step, deps: readonly string[]): PlannedNode => ({
    id: step.id,
    title: step.title,
    prompt: `${step.prompt(slots)} Goal: ${goal}`,
    agent: suiting(team, step, seed),
    deps,
  });
  if (maxNodes === 1) return { nodes: [nodeOf(result, [])] };
  if (again) return { nodes: [nodeOf(mend, []), nodeOf(result, [mend.id])] };
  const hasReview = maxNodes >= 5;
  const work = chosenBranches(seed, goal, maxNodes - (hasReview ? 3 : 2));
  const divided = mayDelegate && chance(seed, goal, 'delegate') < 0.5 ? work.at(-1) : undefined;
  const ids = work.map(({ id }) => id);
  return {
    nodes: [
      nodeOf(scope, []),
      ...work.map((step) => {
        const { agent, ...node } = nodeOf(step, [scope.id]);
        return step === divided
          ? { ...node, kind: 'delegate' as const }
          : { ...node, ...(agent && { agent }) };
      }),
      ...(hasReview ? [nodeOf(review, ids)] : []),
      nodeOf(result, [...(ids.length > 0 ? ids : [scope.id]), ...(hasReview ? [review.id] : [])]),
    ],
  };
};

/** The plan as JSON and nothing else, so that a program can read it. */
export const writePlan = (prompt: StubPrompt, seed: number): string =>
  JSON.stringify(planOf(prompt, seed), null, 1);

import type { Delegation } from './plan-as-data.ts';

/** The nodes of a delegation; its goal is the input of that name. */
const WORK = 'work';
const RESULT = 'result';

const RESULT_PROMPT = [
  'Write the result of the work for somebody who saw none of it. Begin with what was asked for, then say what it rests on and what is still open. Leave out how it came about.',
  'What was asked for:',
  '{{inputs.goal}}',
].join('\n\n');

/** Mode `delegation` as a task graph in its plain form: the work of a team, and a synthesis of it. */
export const delegationGraph = (
  delegation: Delegation & { readonly synthesizer: string },
): Readonly<Record<string, unknown>> => ({
  inputs: { goal: '' },
  nodes: [
    {
      id: WORK,
      kind: 'delegate',
      title: 'Work of the team',
      prompt: '{{inputs.goal}}',
      agents: [...delegation.agents],
      planner: delegation.planner,
      ...(delegation.reviewer !== null && { reviewer: delegation.reviewer }),
      rounds: delegation.rounds,
    },
    { id: RESULT, title: 'Result', deps: [WORK], prompt: RESULT_PROMPT, agent: delegation.synthesizer },
  ],
});

/** A graph of which only the plan is made: its only node gives a plan for the input `goal`, as JSON. */
export const planOnlyGraph = ({
  agents,
  planner,
}: Pick<Delegation, 'agents' | 'planner'>): Readonly<Record<string, unknown>> => ({
  inputs: { goal: '' },
  nodes: [
    {
      id: 'plan',
      kind: 'delegate',
      title: 'Plan',
      prompt: '{{inputs.goal}}',
      agents: [...agents],
      planner,
      rounds: 0,
    },
  ],
});

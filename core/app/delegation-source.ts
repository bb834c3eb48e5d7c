import type { SessionSpecification } from '../contract/index.ts';
import { delegationGraph } from '../graph/index.ts';
import type { GraphSource } from './graph-source.ts';

const DEFAULT_PLANNER = 'Planner';
const DEFAULT_REVIEWER = 'Critic';
const DEFAULT_SYNTHESIZER = 'Synthesizer';
/** A plan, and one revision of it. */
const DEFAULT_ROUNDS = 2;
/** What a delegate node allows itself at most. */
const MOST_ROUNDS = 10;

/** What a specification of mode `delegation` runs: its graph, and the topic as the goal. */
export const delegationSource = (
  specification: Pick<
    SessionSpecification,
    'topic' | 'agents' | 'planner' | 'judge' | 'synthesizer' | 'max_rounds'
  >,
): { readonly source: GraphSource; readonly inputs: Readonly<Record<string, string>> } => ({
  source: {
    data: delegationGraph({
      agents: specification.agents,
      planner: specification.planner ?? DEFAULT_PLANNER,
      reviewer: specification.judge ?? DEFAULT_REVIEWER,
      synthesizer: specification.synthesizer ?? DEFAULT_SYNTHESIZER,
      rounds: Math.min(MOST_ROUNDS, specification.max_rounds ?? DEFAULT_ROUNDS),
    }),
    stored: null,
    name: null,
    file: null,
  },
  inputs: { goal: specification.topic },
});

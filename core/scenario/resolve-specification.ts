import {
  AgentNetError,
  type ResolvedSpecification,
  type SessionSpecification,
  type TalkMode,
  type WorkflowRun,
} from '../contract/index.ts';

/** A task graph made ready by core/graph, and what a specification takes from it. */
export interface PlannedWorkflow {
  readonly run: WorkflowRun;
  /** What the graph is called; null where it has no name. */
  readonly name: string | null;
  /** References of everybody who has work in it, in the order of its nodes. */
  readonly agents: readonly string[];
  /** Nodes on its longest way. */
  readonly levels: number;
}

export interface SpecificationNames {
  /** The exact reference `name@version` for a reference, a bare name meaning the newest version. */
  readonly resolveAgent: (reference: string) => string | undefined;
  /** Of modes `workflow` and `delegation`. */
  readonly workflow?: PlannedWorkflow;
}

const DEFAULT_MODERATOR = 'Moderator';
const DEFAULT_SYNTHESIZER = 'Synthesizer';
const DEFAULT_CONTEXT_TOKENS = 8192;
const DEFAULT_THRESHOLD = 0.82;
const LONGEST_NAME = 60;

/** A consensus may discuss and vote once more when its first vote carries nothing. */
const defaultRounds: Record<TalkMode, number> = {
  single: 1,
  debate: 3,
  brainstorm: 3,
  consensus: 5,
};

const defaultMethods = {
  single: ['stagnation'],
  debate: ['lexical', 'stagnation'],
  brainstorm: ['lexical', 'stagnation'],
  consensus: ['lexical', 'vote'],
} as const;

/**
 * Settles every default and every name of a checked specification, so that a run depends on nothing that
 * may change later. Throws `input/unknown-agent` for a name that `resolveAgent` does not know, the shipped
 * Moderator and Synthesizer among them.
 */
export const resolveSpecification = (
  specification: SessionSpecification,
  { resolveAgent, workflow }: SpecificationNames,
): ResolvedSpecification => {
  const exact = (reference: string, path: string): string => {
    const found = resolveAgent(reference);
    if (found !== undefined) return found;
    throw new AgentNetError('input/unknown-agent', `There is no agent ${reference}.`, {
      where: { path },
      kept: 'Nothing was started.',
      remedy: 'List the agents with `agentnet agents`, or create this one.',
    });
  };
  const orNull = (reference: string | undefined, path: string): string | null =>
    reference === undefined ? null : exact(reference, path);
  const { mode, strategy } = specification;
  const withNodes = mode === 'workflow' || mode === 'delegation';
  const rounds = withNodes ? (workflow?.levels ?? 1) : (specification.max_rounds ?? defaultRounds[mode]);
  const topic = specification.topic || workflow?.name || 'A task graph';
  const given = specification.agents.map((reference, index) => exact(reference, `agents[${index}]`));
  const working = (workflow?.agents ?? []).map((reference) => exact(reference, 'graph'));

  return {
    name: specification.name ?? (workflow?.name ? nameFrom(workflow.name) : nameFrom(topic)),
    mode,
    topic,
    agents: [...new Set([...given, ...working])],
    strategy,
    max_rounds: rounds,
    convergence: convergenceOf(specification, rounds),
    vote: specification.vote ?? (mode === 'consensus' ? { ...defaultVote } : null),
    moderator:
      strategy === 'moderated' && !withNodes
        ? exact(specification.moderator ?? DEFAULT_MODERATOR, 'moderator')
        : null,
    judge: orNull(specification.judge, 'judge'),
    synthesizer:
      mode === 'single' || mode === 'workflow'
        ? orNull(specification.synthesizer, 'synthesizer')
        : exact(specification.synthesizer ?? DEFAULT_SYNTHESIZER, 'synthesizer'),
    ...(workflow !== undefined && { workflow: workflow.run }),
    model: specification.model ?? null,
    max_output_tokens: specification.max_output_tokens ?? null,
    context_tokens: specification.context_tokens ?? DEFAULT_CONTEXT_TOKENS,
    budget: specification.budget ?? {},
    ...(specification.on_limit !== undefined && { on_limit: specification.on_limit }),
    ...(specification.cache !== undefined &&
      specification.cache !== false && { cache: cacheOf(specification.cache) }),
    seed: specification.seed,
    metadata: specification.metadata ?? {},
  };
};

const DEFAULT_TTL_S = 3600;

const cacheOf = (cache: Exclude<SessionSpecification['cache'], false | undefined>) =>
  cache === true ? { ttl_s: DEFAULT_TTL_S } : cache;

const defaultVote = { method: 'majority', quorum: 0.5, fallback: 'plurality' } as const;

/** One answer by each agent leaves nothing to measure. */
const convergenceOf = (
  { mode, convergence }: SessionSpecification,
  rounds: number,
): ResolvedSpecification['convergence'] => {
  // Nobody talks, so nothing can converge.
  if (mode === 'workflow' || mode === 'delegation') return false;
  if (convergence === false || (mode === 'single' && rounds === 1)) return false;
  if (convergence === true) return { methods: [...defaultMethods[mode]], threshold: DEFAULT_THRESHOLD };
  return convergence;
};

/** The beginning of the topic, cut between words, on one line. */
const nameFrom = (topic: string): string => {
  const line = topic.trim().replace(/\s+/g, ' ');
  if (line.length <= LONGEST_NAME) return line || 'Session';
  const cut = line.slice(0, LONGEST_NAME);
  const lastBlank = cut.lastIndexOf(' ');
  const whole = lastBlank > LONGEST_NAME / 2 ? cut.slice(0, lastBlank) : cut;
  // A cut inside a surrogate pair would leave half of a sign.
  return `${whole.replace(/[\ud800-\udbff]$/, '')}...`;
};

import type {
  ConvergenceMethod,
  EventData,
  Mode,
  ResolvedSpecification,
  Strategy,
  VoteFallback,
  VoteMethod,
} from '../../contract/index.ts';
import type { Halt } from './halt.ts';
import type { Slot, Stage } from './stage.ts';

/** The part of the specification that decides who speaks and when it ends; names are without version. */
export interface Setting {
  readonly mode: Mode;
  readonly topic: string;
  readonly participants: readonly string[];
  /** The participants' names in lower case: no content of a position. */
  readonly names: ReadonlySet<string>;
  readonly strategy: Strategy;
  readonly seed: number;
  readonly convergence: { readonly methods: readonly ConvergenceMethod[]; readonly threshold: number } | null;
  readonly vote: {
    readonly method: VoteMethod;
    readonly quorum: number;
    readonly fallback: VoteFallback;
    readonly options: readonly string[] | null;
  };
  readonly moderator: string | null;
  readonly judge: string | null;
  readonly synthesizer: string | null;
}

/** What an agent said it stands for in a round. */
export interface Statement {
  readonly round: number;
  readonly text: string;
  readonly decision: string | null;
}

/** The newest statement of an agent and the one before it. */
export interface Standing {
  readonly now: Statement;
  readonly before: Statement | null;
}

export interface Proposal {
  readonly speakerIndex: number;
  readonly agent: string;
  readonly text: string;
}

export interface VoteState {
  /** In no particular order; the speaker index settles it. */
  readonly proposals: Proposal[];
  /** The newest vote; empty until one is opened. */
  opened: EventData<'vote-opened'> | null;
  readonly casts: EventData<'vote-cast'>[];
  tally: EventData<'vote-tallied'> | null;
  /** The last valid choice of each agent in earlier votes. */
  readonly choicesBefore: Map<string, string>;
}

/** Judge and synthesizer: turns after the last round, under its number. */
export interface ClosingTurn {
  readonly round: number;
  readonly speakerIndex: number;
  readonly slot: Slot;
}

/** A method that called the end, with the words of its event. */
export interface Verdict {
  readonly method: ConvergenceMethod;
  readonly round: number;
  readonly why: string;
}

/** Everything the next step depends on. It grows with the number of agents, never with the number of rounds. */
export interface ProtocolState {
  readonly setting: Setting;
  /** Most rounds; raised by `rounds-extended`. */
  cap: number;
  stage: Stage | null;
  turnsEnded: number;
  readonly standings: Map<string, Standing>;
  skips: { readonly round: number; readonly agents: Set<string> };
  converged: Verdict | null;
  stagnant: Verdict | null;
  /** Rounds in a row in which nobody said anything new. */
  roundsWithoutNews: number;
  readonly vote: VoteState;
  readonly brainstorm: {
    /** Ideas of the newest diverging round by speaker index. */
    readonly ideas: Map<number, { readonly agent: string; readonly texts: readonly string[] }>;
    /** Groups that the cluster turn named; empty before it. */
    groups: readonly string[];
    /** True when rounds were added after the diverging had ended. */
    again: boolean;
  };
  halt: Halt | null;
  /** A passed deadline that `limit-reached` has not answered yet. */
  deadline: EventData<'deadline-passed'> | null;
  /** True when `limit-reached` for rounds is on record. */
  capReached: boolean;
  judgement: ClosingTurn | null;
  synthesis: ClosingTurn | null;
  /** True when a stop that wants a synthesis cuts the running one: it is asked for once more. */
  synthesisAgain: boolean;
  /** What the synthesis concluded; null until one has ended. */
  synthesisText: string | null;
  ended: boolean;
}

const withoutVersion = (reference: string): string => reference.split('@', 1)[0] ?? reference;
const nameOrNull = (reference: string | null) => (reference === null ? null : withoutVersion(reference));

export const initialState = (specification: ResolvedSpecification): ProtocolState => ({
  setting: {
    mode: specification.mode,
    topic: specification.topic,
    participants: specification.agents.map(withoutVersion),
    names: new Set(specification.agents.map((agent) => withoutVersion(agent).toLowerCase())),
    strategy: specification.strategy,
    seed: specification.seed,
    convergence: specification.convergence === false ? null : specification.convergence,
    vote: {
      method: specification.vote?.method ?? 'majority',
      quorum: specification.vote?.quorum ?? 0.5,
      fallback: specification.vote?.fallback ?? 'plurality',
      options: specification.vote?.options ?? null,
    },
    moderator: nameOrNull(specification.moderator),
    judge: nameOrNull(specification.judge),
    synthesizer: nameOrNull(specification.synthesizer),
  },
  cap: specification.max_rounds,
  stage: null,
  turnsEnded: 0,
  standings: new Map(),
  skips: { round: 0, agents: new Set() },
  converged: null,
  stagnant: null,
  roundsWithoutNews: 0,
  vote: { proposals: [], opened: null, casts: [], tally: null, choicesBefore: new Map() },
  brainstorm: { ideas: new Map(), groups: [], again: false },
  halt: null,
  deadline: null,
  capReached: false,
  judgement: null,
  synthesis: null,
  synthesisAgain: false,
  synthesisText: null,
  ended: false,
});

/** Rounds that may still come after the present one. */
export const roundsLeft = (state: ProtocolState): number =>
  Math.max(0, state.cap - (state.stage?.round ?? 0));

/**
 * True while `rounds-extended` can still have an effect: not once the end by the cap is on record, nor once
 * judge or synthesizer have begun.
 */
export const acceptsMoreRounds = (state: ProtocolState): boolean =>
  !state.ended &&
  !state.capReached &&
  state.halt === null &&
  state.judgement === null &&
  state.synthesis === null &&
  (state.vote.tally?.fallback ?? null) === null;

export const isPassedOver = (state: ProtocolState, round: number, agent: string): boolean =>
  state.skips.round === round && state.skips.agents.has(agent);

/** True while any turn has started and neither ended nor failed. */
export const hasRunningTurns = (state: ProtocolState): boolean =>
  (state.stage?.running ?? 0) > 0 ||
  state.judgement?.slot.kind === 'running' ||
  state.synthesis?.slot.kind === 'running';

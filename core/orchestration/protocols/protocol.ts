import type { CountedVote, VoteOption, Work } from '../../agents/index.ts';
import type {
  EventDraft,
  NodeKind,
  ResolvedSpecification,
  RoundPhase,
  RunEvent,
  SessionOutcome,
  TurnKind,
} from '../../contract/index.ts';

/**
 * A mode as a pure state machine. `fold` takes every event of the session into the state it owns (it may
 * mutate it); `next` says what is due now and never looks at anything but that state. Same events, same
 * state, same answer: a crash, a resume or a replay cannot make a difference.
 *
 * Asked again before its last answer was folded, `next` gives the same answer; asked after, it goes on.
 * An empty answer means: wait for running turns.
 */
export interface Protocol<State> {
  readonly initial: (specification: ResolvedSpecification) => State;
  readonly fold: (state: State, event: FoldedEvent) => void;
  readonly next: (state: State) => readonly Intent[];
}

/** When an event fell: `at` in milliseconds since the epoch, `activeMs` without pauses and interruptions. */
export interface Moment {
  readonly at: number;
  readonly activeMs: number;
}

/** A protocol that has begun and keeps its state to itself, so that the engine knows no type of state. */
export interface RunningProtocol {
  readonly fold: (event: FoldedEvent, moment: Moment) => void;
  readonly next: () => readonly Intent[];
  /** Whether `rounds-extended` can still have an effect. */
  readonly acceptsMoreRounds: () => boolean;
  /** What the clock is waited for, the earliest; null: nothing. */
  readonly nextTimer: () => NodeTimer | null;
  /** How a node stands; null where there is none of that id. */
  readonly standingOf: (node: string) => NodeStanding | null;
  /** Why a node must end without its result; null: it need not. */
  readonly cancelledOf: (node: string) => NodeControl['cancelled'];
}

export type NodeStanding = 'waiting' | 'running' | 'awaiting' | 'ended';

/** Passes at a time of the clock, or after so much time of activity. */
export type NodeTimer =
  | { readonly kind: 'due'; readonly node: string; readonly at: number }
  | {
      readonly kind: 'deadline';
      readonly node: string;
      /** In seconds. */
      readonly cap: number;
      readonly startedActiveMs: number;
    };

/** Events as protocols see them, live or stored: the draft is enough. */
export type FoldedEvent = EventDraft | RunEvent;

export type Intent =
  /** Recorded as `round-started`. */
  | {
      readonly kind: 'start-round';
      readonly round: number;
      readonly phase: RoundPhase;
      readonly order: 'sequential' | 'parallel';
      readonly speakers: readonly string[];
    }
  /** The engine records `turn-started`, makes the calls and records `turn-ended` or `turn-failed`. */
  | TakeTurn
  /** Recorded as `node-started`. */
  | StartNode
  /** Recorded as `child-started`; the engine adds what the session inside may spend, and runs it. */
  | StartChild
  /** The run pauses before this node, recorded as `session-paused`. */
  | { readonly kind: 'break'; readonly node: string }
  /** A derived event that needs nothing but the log: convergence, votes. */
  | { readonly kind: 'record'; readonly draft: EventDraft }
  /** The engine adds totals and records `session-ended`. */
  | Finish;

export interface TakeTurn {
  readonly kind: 'take-turn';
  readonly round: number;
  /** Place in the round, from 0; judge, moderator and synthesizer come after the speakers. */
  readonly speakerIndex: number;
  /** Name without version. */
  readonly agent: string;
  readonly turnKind: TurnKind;
  readonly phase: RoundPhase;
  /** Turns with a smaller (round, speakerIndex) than this are heard; parallel speakers share one limit. */
  readonly hears: { readonly round: number; readonly speakerIndex: number };
  readonly options: readonly VoteOption[];
  readonly ranked: boolean;
  readonly candidates: readonly string[];
  /** For a synthesis: how the last vote came out. */
  readonly vote?: CountedVote;
  /** The node of a task graph that it works on; absent in talks. */
  readonly work?: NodeWork;
}

export interface StartNode {
  readonly kind: 'start-node';
  readonly node: string;
  readonly nodeKind: NodeKind;
  readonly attempt: number;
  readonly agent: string | null;
}

export interface StartChild {
  readonly kind: 'start-child';
  readonly node: string;
  readonly attempt: number;
  /** What a user would write; the budget is added. */
  readonly specification: Readonly<Record<string, unknown>>;
  readonly budgets: readonly SpentBudget[];
}

/** What a turn of a task graph works on. The engine reads the state of its node here and never changes it. */
export interface NodeWork extends Work {
  readonly control: NodeControl;
  /** Caps of its node and of those around it. */
  readonly budgets: readonly SpentBudget[];
  /** Output limit where neither agent nor specification sets one; absent: the usual one. */
  readonly maxOutputTokens?: number;
}

export interface NodeControl {
  /** Set when the node must end without its result. */
  cancelled: 'skipped' | 'timeout' | null;
}

/** The caps of a node and what its calls have used. Money in micro-USD. */
export interface SpentBudget {
  readonly node: string;
  readonly caps: { readonly usd?: number; readonly tokens?: number };
  readonly tokens: { spent: number; reserved: number };
  readonly microUsd: { spent: number; reserved: number };
}

export interface Finish {
  readonly kind: 'finish';
  readonly outcome: SessionOutcome;
  readonly reason: string;
  readonly converged: boolean;
  readonly topicFinal: string;
  readonly decision: string | null;
}

import type { VoteOption } from '../../agents/index.ts';
import type {
  EventDraft,
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
}

export interface Finish {
  readonly kind: 'finish';
  readonly outcome: SessionOutcome;
  readonly reason: string;
  readonly converged: boolean;
  readonly topicFinal: string;
  readonly decision: string | null;
}

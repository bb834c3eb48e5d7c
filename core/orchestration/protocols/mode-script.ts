import type { VoteOption } from '../../agents/index.ts';
import type { EventDraft, RoundPhase, SessionOutcome } from '../../contract/index.ts';
import type { ProtocolState } from './protocol-state.ts';

/** How a mode ends when nothing from outside ends it. */
export interface Conclusion {
  readonly outcome: SessionOutcome;
  readonly reason: string;
  readonly converged: boolean;
  /** Record that the cap on rounds, and nothing better, ends it. */
  readonly capped: boolean;
  /** The judge speaks before the synthesis. */
  readonly judged: boolean;
}

export type Step =
  | { readonly kind: 'round'; readonly phase: RoundPhase; readonly speakers: readonly string[] | 'all' }
  | { readonly kind: 'record'; readonly draft: EventDraft }
  | { readonly kind: 'conclude'; readonly conclusion: Conclusion };

/** What makes one mode differ from another; everything else is shared. All functions are pure. */
export interface ModeScript {
  /** The record due before the first turn of the present stage. */
  readonly before: (state: ProtocolState) => EventDraft | null;
  /** The next record due after its last turn. */
  readonly behind: (state: ProtocolState) => EventDraft | null;
  /** False when another stage will share the number of this round, so that it is not measured yet. */
  readonly isRoundOver: (state: ProtocolState) => boolean;
  /** What the speakers of the present stage may choose from. */
  readonly options: (state: ProtocolState) => readonly VoteOption[];
  /** What a vote, a judge or the selections have decided so far, in words; null while nothing is. */
  readonly decision: (state: ProtocolState) => string | null;
  /** What follows the finished stage, or comes first. Its conclusion may use the judge's turn once it ended. */
  readonly after: (state: ProtocolState) => Step;
}

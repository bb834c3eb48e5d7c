import type { Ballot, RoundPhase, TurnKind } from '../../contract/index.ts';

/** One turn's place in a round. What it said lives elsewhere; here is what the next step depends on. */
export type Slot =
  | { readonly kind: 'running'; readonly agent: string; readonly turnKind: TurnKind }
  | {
      readonly kind: 'ended';
      readonly agent: string;
      readonly turnKind: TurnKind;
      readonly decision: string | null;
      readonly ballot: Ballot | null;
      readonly confidence: number | null;
    }
  | {
      readonly kind: 'failed';
      readonly agent: string;
      readonly turnKind: TurnKind;
      readonly failure: Failure;
    };

/**
 * Why a turn has no end. `passed-over` and `given-up` are wanted by a person or follow from an ending that is
 * already on record, so the session goes its way; the others end it.
 */
export interface Failure {
  readonly kind: 'passed-over' | 'given-up' | 'no-provider' | 'budget' | 'fault';
  readonly message: string;
}

/** A set of turns that belong together: a round, or the ballot that shares the number of its round. */
export interface Stage {
  readonly round: number;
  readonly phase: RoundPhase;
  readonly order: 'sequential' | 'parallel';
  /** True when the moderator calls the speakers. */
  readonly moderated: boolean;
  /** Speaker index of the first turn; more than 0 only for a ballot inside a round. */
  readonly base: number;
  /** In speaking order; the candidates under a moderator. */
  readonly speakers: readonly string[];
  /** By speaker index. */
  readonly slots: Map<number, Slot>;
  /** Speakers (not moderators) whose turn has started. */
  readonly spoken: Set<string>;
  running: number;
  /** Failed turns among the slots. */
  failures: number;
  /** First speaker index after all turns so far. */
  nextIndex: number;
  /** Whom the moderator called and who has not begun yet. */
  called: string | null;
  /** Convergence methods already on record for this round. */
  readonly measured: Set<string>;
}

/** Slots in speaker order, whatever ended first. */
export const slotsInOrder = (stage: Stage): readonly Slot[] =>
  [...stage.slots.entries()].sort(([first], [second]) => first - second).map(([, slot]) => slot);

import type { CallOutcome, DraftOf, EventData, LiveSignal } from '../../contract/index.ts';
import type { Effects } from '../../effects/index.ts';
import type { SessionBudgets } from '../../ledger/index.ts';
import type { SessionWriter } from '../../storage/index.ts';

/** What happened on the way to an outcome: inputs of the run, because no replay could compute them. */
export type CallNoteDraft = DraftOf<'call-delayed' | 'call-admitted' | 'call-retried' | 'cooldown-started'>;

/** What the maker of a call knows of the session around it. */
export interface CallSurroundings {
  readonly sessionId: string;
  /** True when another model of the chain may be asked instead. */
  readonly hasFallback: boolean;
  /** How old an answer to the same request may be, in milliseconds; null: always ask. */
  readonly cacheMs: number | null;
  readonly note: (draft: CallNoteDraft) => void;
}

/** What a running session needs from the outside; a replay needs none of it. */
export interface RunPorts {
  readonly effects: Effects;
  readonly writer: SessionWriter;
  /** Makes the call of a recorded intent; never throws. The signal aborts with the reason to record. */
  readonly ask: (
    intent: EventData<'call-started'>,
    onText: (text: string) => void,
    signal: AbortSignal,
    around: CallSurroundings,
  ) => Promise<CallOutcome>;
  /** Budgets over all sessions of the data folder; absent where none can be set. */
  readonly budgets?: SessionBudgets;
  /**
   * Runs the session inside of a node to its end, or goes on with it where it has begun already. Never throws. The
   * signal aborts with the reason: `paused` and `interrupted` leave it as it is and give null, to be called again;
   * all others stop it, and what it came to by then is given. Absent where no such node can be.
   */
  readonly runChild?: RunChild;
  /** Shown to whoever watches; must not throw. */
  readonly signal: (signal: LiveSignal) => void;
}

export type RunChild = (
  intent: EventData<'child-started'>,
  signal: AbortSignal,
) => Promise<EventData<'child-ended'> | null>;

/** A call under way: its text so far, and the way to give it up. */
export interface RunningCall {
  readonly intent: EventData<'call-started'>;
  text: string;
  readonly abort: AbortController;
}

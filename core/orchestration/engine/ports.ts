import type { CallOutcome, EventData, LiveSignal } from '../../contract/index.ts';
import type { Effects } from '../../effects/index.ts';
import type { SessionWriter } from '../../storage/index.ts';

/** What a running session needs from the outside; a replay needs none of it. */
export interface RunPorts {
  readonly effects: Effects;
  readonly writer: SessionWriter;
  /** Makes the call of a recorded intent; never throws. The signal aborts with the reason to record. */
  readonly ask: (
    intent: EventData<'call-started'>,
    onText: (text: string) => void,
    signal: AbortSignal,
  ) => Promise<CallOutcome>;
  /** Shown to whoever watches; must not throw. */
  readonly signal: (signal: LiveSignal) => void;
}

/** A call under way: its text so far, and the way to give it up. */
export interface RunningCall {
  readonly intent: EventData<'call-started'>;
  text: string;
  readonly abort: AbortController;
}

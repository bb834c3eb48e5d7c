import { AgentNetError } from '../contract/index.ts';
import type { Clock } from '../effects/index.ts';
import { openWire, type Wire } from './http/index.ts';
import type { WaitLimits } from './wait-limits.ts';

/** Who is called, and how long is waited. */
export interface CallTarget {
  /** Full name: `openai/gpt-4o`. */
  readonly name: string;
  readonly baseUrl: string;
  /** Headers with the key. Rejects with `provider/no-key`. */
  readonly credentials: () => Promise<Readonly<Record<string, string>>>;
  readonly waits: WaitLimits;
  readonly clock: Clock;
}

/** The wire of one call. Does not ask for the key of a call that is aborted already. */
export const openCall = async (target: CallTarget, signal: AbortSignal): Promise<Wire> => {
  const { name, baseUrl, waits, clock } = target;
  if (signal.aborted) throw new AgentNetError('provider/aborted', `The call to ${name} was aborted.`);
  const credentials = await target.credentials();
  return openWire({ signal, clock, model: name, baseUrl, credentials, ...waits });
};

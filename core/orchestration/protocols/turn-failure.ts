import type { ProtocolState } from './protocol-state.ts';
import { type Failure, type Slot, slotsInOrder } from './stage.ts';

/** What a failed turn means, from its error code and what is on record already. */
export const failureKind = (code: string, passedOver: boolean, halted: boolean): Failure['kind'] => {
  if (passedOver) return 'passed-over';
  if (halted || code === 'provider/aborted') return 'given-up';
  if (code === 'budget/exceeded') return 'budget';
  return code.startsWith('provider/') ? 'no-provider' : 'fault';
};

export interface EndingFailure {
  readonly agent: string;
  readonly kind: Exclude<Failure['kind'], 'passed-over' | 'given-up'>;
  readonly message: string;
}

/** The failed turn that ends the session: of several in one round the first speaker's, whoever failed first. */
export const failureThatEnds = (state: ProtocolState): EndingFailure | null => {
  const closing: readonly (Slot | undefined)[] = [state.judgement?.slot, state.synthesis?.slot];
  const slots = state.stage && state.stage.failures > 0 ? slotsInOrder(state.stage) : [];
  for (const slot of [...slots, ...closing]) {
    if (slot?.kind !== 'failed') continue;
    const { kind, message } = slot.failure;
    if (kind !== 'passed-over' && kind !== 'given-up') return { agent: slot.agent, kind, message };
  }
  return null;
};

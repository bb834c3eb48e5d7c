import type { EventData } from '../../contract/index.ts';
import type { RunningProtocol } from './protocol.ts';
import { protocolOf } from './protocol-of.ts';
import { acceptsMoreRounds } from './protocol-state.ts';
import { beginWorkflow } from './workflow/index.ts';

/** The protocol of a session as it stands before its first event is folded. */
export const beginProtocol = (created: EventData<'session-created'>): RunningProtocol => {
  const { specification } = created;
  if (specification.mode === 'workflow' || specification.mode === 'delegation') return beginWorkflow(created);
  const protocol = protocolOf(specification.mode);
  const state = protocol.initial(specification);
  return {
    fold: (event) => protocol.fold(state, event),
    next: () => protocol.next(state),
    acceptsMoreRounds: () => acceptsMoreRounds(state),
    nextTimer: () => null,
    standingOf: () => null,
    cancelledOf: () => null,
  };
};

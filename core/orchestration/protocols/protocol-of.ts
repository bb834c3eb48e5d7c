import type { Mode, TalkMode } from '../../contract/index.ts';
import { brainstorm } from './modes/brainstorm.ts';
import { consensus } from './modes/consensus.ts';
import { debate } from './modes/debate.ts';
import { single } from './modes/single.ts';
import type { Protocol } from './protocol.ts';
import { protocolFromScript } from './protocol-from-script.ts';
import type { ProtocolState } from './protocol-state.ts';

const protocols = {
  single: protocolFromScript(single),
  debate: protocolFromScript(debate),
  brainstorm: protocolFromScript(brainstorm),
  consensus: protocolFromScript(consensus),
} as const satisfies Record<TalkMode, Protocol<ProtocolState>>;

/** The state machine of a mode. All modes share one type of state, so the engine needs to know none of them. */
export const protocolOf = (mode: Mode): Protocol<ProtocolState> => protocols[mode as TalkMode];

import type { TalkMode } from '../../contract/index.ts';
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

/** The state machine of a mode in which agents talk in rounds. They all share one type of state. */
export const protocolOf = (mode: TalkMode): Protocol<ProtocolState> => protocols[mode];

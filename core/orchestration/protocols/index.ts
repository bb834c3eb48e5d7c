export type { FoldedEvent, Intent, Protocol, TakeTurn } from './protocol.ts';
export { protocolOf } from './protocol-of.ts';
export { acceptsMoreRounds, type ProtocolState } from './protocol-state.ts';

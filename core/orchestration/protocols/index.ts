export { beginProtocol } from './begin-protocol.ts';
export type {
  FoldedEvent,
  Intent,
  NodeStanding,
  NodeTimer,
  NodeWork,
  RunningProtocol,
  SpentBudget,
  StartChild,
  TakeTurn,
} from './protocol.ts';

export { beginProtocol } from './begin-protocol.ts';
export type {
  FoldedEvent,
  Intent,
  NodeTimer,
  RunningProtocol,
  SpentBudget,
  StartChild,
  TakeTurn,
} from './protocol.ts';

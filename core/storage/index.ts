export { eventHash, genesisHash } from './event-chain.ts';
export type {
  EventStore,
  Owner,
  PartialText,
  SessionWriter,
} from './event-store.ts';
export type { GraphStore } from './graph-store.ts';
export { currentOwner } from './owner.ts';
export type {
  CapStanding,
  Caps,
  CostCall,
  CostRow,
  ReservationAnswer,
  ReservationStore,
  TimeStanding,
} from './reservations.ts';
export {
  DATABASE_FILE,
  openSqliteEventStore,
} from './sqlite/open-sqlite-event-store.ts';

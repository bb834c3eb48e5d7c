export { eventHash, genesisHash } from './event-chain.ts';
export type {
  EventStore,
  Head,
  Owner,
  PartialText,
  QuarantinedEvent,
  ReadOptions,
  SessionQuery,
  SessionWriter,
  StoreChange,
} from './event-store.ts';
export { currentOwner } from './owner.ts';
export {
  DATABASE_FILE,
  openSqliteEventStore,
  type SqliteEventStoreOptions,
} from './sqlite/open-sqlite-event-store.ts';

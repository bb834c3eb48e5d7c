export { foldSessionView } from './fold-session-view.ts';
export {
  emptySessionRecord,
  foldSessionRecord,
  type SessionRecord,
  type Sha256,
  sessionDetailOf,
} from './session-detail.ts';
export { emptySessionView, type SessionView, sessionViewFrom, snapshotOf } from './session-view.ts';

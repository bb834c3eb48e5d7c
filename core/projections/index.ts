export { foldSessionView } from './fold-session-view.ts';
export {
  emptySessionRecord,
  foldSessionRecord,
  sessionDetailOf,
} from './session-detail.ts';
export { emptySessionView, sessionViewFrom, snapshotOf } from './session-view.ts';

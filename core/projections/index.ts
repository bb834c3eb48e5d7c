export { foldSessionView } from './fold-session-view.ts';
export {
  emptyGraphStatus,
  foldGraphStatus,
  graphRunView,
  graphStatusFrom,
} from './graph-status.ts';
export { type CriticalPath, criticalPath, type TimelineRow, timelineOf } from './graph-status-timeline.ts';
export { graphTotals } from './graph-status-totals.ts';
export {
  emptySessionRecord,
  foldSessionRecord,
  sessionDetailOf,
} from './session-detail.ts';
export { emptySessionView, type SessionView, sessionViewFrom, snapshotOf } from './session-view.ts';

export { askAtRest } from './ask-at-rest.ts';
export type { Command } from './commands/command.ts';
export { createCommandStore } from './commands/command-store.ts';
export { showKeys } from './commands/key-chord.ts';
export { createKeyDispatcher, type PressPlace } from './commands/key-dispatcher.ts';
export { CommandProvider, useCommandStore, useCommands } from './commands/use-commands.tsx';
export { CoreProvider, useCore } from './core-context.tsx';
export { useCostNews } from './cost/use-cost-news.tsx';
export { type ForecastState, useForecast } from './cost/use-forecast.tsx';
export {
  describeNode,
  nodeStatuses,
  sourceWord,
  statusWord,
} from './graph-run/node-words.ts';
export { type GroupSum, type RunTree, runTree, waysTo } from './graph-run/run-tree.ts';
export { useNodeRun } from './graph-run/use-node-run.tsx';
export { hrefOf, type Route, type SpecificationStart } from './navigation/route.ts';
export { goTo, useRoute } from './navigation/use-route.tsx';
export { createToastStore } from './news/toast-store.ts';
export { ToastProvider, useAct, useToasts } from './news/use-toasts.tsx';
export { type Resource, useResource } from './resource.tsx';
export { type AgentLook, agentLooks, looksOf } from './session/agent-looks.ts';
export { agentSpeeds } from './session/agent-speeds.ts';
export {
  convergenceCurves,
  leadingMeasure,
  methodName,
  standstill,
} from './session/convergence-view.ts';
export { costMeter } from './session/cost-meter.ts';
export { readableStream } from './session/readable-stream.ts';
export { estimateRowHeight, foldText, LONGEST_UNFOLDED } from './session/row-height.ts';
export {
  sameRow,
  stepStageTurn,
  stepTurn,
  type TurnPlace,
  turnsInOrder,
} from './session/row-order.ts';
export {
  type Arrangement,
  type ConvergenceView,
  type EndView,
  entryKey,
  kindOf,
  layoutRows,
  PROCESS_ENDED,
  type Row,
  type StageView,
  type TurnEntry,
  type VoteView,
} from './session/rows.ts';
export type { SessionFeed } from './session/session-feed.ts';
export { specificationAgain } from './session/specification-again.ts';
export { liveSpeed, medianOf, recentSpeed, turnSpeed } from './session/speed.ts';
export { useFeedState, useLiveText, useSessionFeed, useTurn } from './session/use-session-feed.tsx';
export { type MatrixRow, optionText, voteMatrix } from './session/vote-matrix.ts';
export { explainError, isAbort } from './words/explain-error.ts';
export {
  allOutcomes,
  allStatuses,
  canRetry,
  describeOutcome,
  describeSession,
  describeSummary,
  hasRounds,
  modeWords,
  phaseWord,
  STUB_LABEL,
  shortModel,
  startVerb,
  strategyWords,
  turnKindWord,
} from './words/session-words.ts';
export { sessionsInOrder, spentSince, startOfDay } from './workspace/session-book.ts';
export { useWorkspace, useWorkspaceStore, WorkspaceProvider } from './workspace/use-workspace.tsx';
export { createWorkspace } from './workspace/workspace-store.ts';

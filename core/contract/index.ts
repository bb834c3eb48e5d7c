export {
  type AgentDefinition,
  type AgentDefinitionInput,
  type AgentVersion,
  agentDefinition,
  agentVersion,
  DEFAULT_MODEL_LINK,
} from './agent.ts';
export { type ApiCatalog, apiCatalog, type CoreApi, type ProcedureName } from './api/catalog.ts';
export {
  type BudgetState,
  type CostDimension,
  type CostForecast,
  type CostGroup,
  type CostSummary,
  costDimension,
} from './api/cost-views.ts';
export type {
  GraphCheck,
  GraphDraft,
  GraphRunView,
  GraphSummary,
  GraphTemplate,
  GraphVersion,
  NodeRun,
} from './api/graph-views.ts';
export type { ConnectionTest, KeyStoreState, KeyView } from './api/key-views.ts';
export type {
  CallOptions,
  Procedure,
} from './api/procedure.ts';
export type { Notice, RunningTurn, SessionSnapshot, TurnHeader } from './api/session-snapshot.ts';
export {
  type ReplayReport,
  type SessionDetail,
  type SessionStatus,
  type SessionSummary,
  sessionStatus,
  type TurnHit,
  type Verification,
} from './api/session-views.ts';
export type { OtlpAttribute, OtlpSpan, OtlpValue, SpanDocument } from './api/span-views.ts';
export type { DoctorCheck, ModelOffer, Settings, SettingsChange } from './api/system-views.ts';
export { canonicalJson, keepCanonical } from './canonical-json.ts';
export { CHEAPEST, type DowngradeMeasure, type DowngradeRule, downgradeRules } from './downgrade-rule.ts';
export { AgentNetError } from './errors/agent-net-error.ts';
export { type ErrorCode, errorCodes, isErrorCode } from './errors/codes.ts';
export { fromWire, toAgentNetError, toProblemDocument } from './errors/convert.ts';
export type { ErrorPlace, InputProblem, WireError } from './errors/wire-error.ts';
export { problemDocument } from './errors/wire-error.ts';
export type { BudgetRefusal } from './events/budgets.ts';
export type { CallOutcome, ChatMessage, PromptSection } from './events/calls.ts';
export type { LiveSignal, WatchMessage } from './events/live-signal.ts';
export {
  type DraftOf,
  type EventData,
  type EventDraft,
  type EventType,
  eventCatalog,
  eventOrigin,
  type RunEvent,
  type RunEventOf,
  runEventEnvelope,
} from './events/run-event.ts';
export type { ModelFacts, SessionEnded, SessionOutcome } from './events/session-lifecycle.ts';
export {
  type NodeKind,
  type NodeValue,
  nodeKind,
} from './events/workflow.ts';
export {
  modelName,
  type SessionId,
  type StreamId,
  SYSTEM_STREAM,
  sessionId,
  type TaskId,
  taskId,
} from './ids.ts';
export type {
  ConvergenceMethod,
  Mode,
  RoundPhase,
  Strategy,
  TalkMode,
  TurnKind,
  VoteFallback,
  VoteMethod,
} from './modes.ts';
export { mode, strategy } from './modes.ts';
export { nearestName } from './nearest-name.ts';
export { type PlainAnswer, type PlainCall, plainCall } from './plain-call.ts';
export { type ModelPrice, modelPrice } from './price.ts';
export { type Ballot, ballot, type ReasoningTree, reasoningTree } from './reasoning.ts';
export {
  anySpecification,
  notBuiltConvergenceMethods,
  notBuiltKeys,
  type ResolvedSpecification,
  resolvedSpecification,
  type SessionSpecification,
  type SessionSpecificationInput,
  sessionSpecification,
  type WorkflowRun,
  workflowSpecification,
} from './session-specification.ts';
export { estimateTokens, unitsWithin } from './token-estimate.ts';
export { type IncompleteTurn, type Turn, turn } from './turn.ts';
export { type CallWarning, type FinishReason, type ToolCall, type Usage, usage } from './usage.ts';

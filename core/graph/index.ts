export { checkGraph } from './checking/check-graph.ts';
export {
  applyDiff,
  diffOf,
  type GraphDiff,
  reverseDiff,
  squashDiffs,
} from './editing/graph-diff.ts';
export type { Graph, GraphNode, NodeOf, OutputType, TextTest } from './graph.ts';
export type { GraphProblem, GraphProblemCode } from './graph-problem.ts';
export { passes } from './matching/passes.ts';
export { outputTypeOf, portsOf } from './output-type-of.ts';
export { delegationGraph, planOnlyGraph } from './plan/delegation-graph.ts';
export { planAsData } from './plan/plan-as-data.ts';
export { readPlan } from './plan/read-plan.ts';
export type { TeamMember } from './plan/specialist-for.ts';
export { portOf } from './port-of.ts';
export { graphAsData } from './reading/graph-as-data.ts';
export { type GraphReading, readGraph } from './reading/read-graph.ts';
export { type Body, bodyOf } from './running/body-of.ts';
export { type OutputReading, readOutput, textOf } from './running/read-output.ts';
export { runnableGraph } from './running/runnable-graph.ts';
export { fillText, type ItemsReading, itemsOf, type TemplateScope } from './running/template-scope.ts';
export { createSchedule } from './schedule/create-schedule.ts';
export type {
  Due,
  EndStatus,
  NodeState,
  Schedule,
  ScheduledNode,
  ScheduleLimits,
} from './schedule/schedule.ts';
export { fillTemplate } from './templates/fill-template.ts';
export { parseTemplate, type Template, type TemplateSource } from './templates/parse-template.ts';
export { topologyOf } from './topology.ts';
export { unknownKindOf } from './unknown-kind-of.ts';
export { compareVersions, type VersionComparison, type Wire } from './versions/compare-versions.ts';
export { fingerprintsOf, type RunFacts } from './versions/fingerprints-of.ts';

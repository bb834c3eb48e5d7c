export { checkGraph } from './checking/check-graph.ts';
export {
  applyDiff,
  diffOf,
  type GraphDiff,
  reverseDiff,
  squashDiffs,
} from './editing/graph-diff.ts';
export type { Graph, GraphNode, NodeOf, OutputType, TextTest } from './graph.ts';
export type { GraphProblem } from './graph-problem.ts';
export { passes } from './matching/passes.ts';
export { outputTypeOf, portsOf } from './output-type-of.ts';
export { delegationGraph, planOnlyGraph } from './plan/delegation-graph.ts';
export { planAsData } from './plan/plan-as-data.ts';
export { readPlan } from './plan/read-plan.ts';
export type { TeamMember } from './plan/specialist-for.ts';
export { portOf, usedDeps } from './port-of.ts';
export { graphAsData } from './reading/graph-as-data.ts';
export { readGraph } from './reading/read-graph.ts';
export { type Body, bodyOf } from './running/body-of.ts';
export { madeTask } from './running/made-task.ts';
export { readOutput, textOf } from './running/read-output.ts';
export { runnableGraph } from './running/runnable-graph.ts';
export { fillText, itemsOf, type TemplateScope } from './running/template-scope.ts';
export { createSchedule } from './schedule/create-schedule.ts';
export type { Schedule, ScheduledNode } from './schedule/schedule.ts';
export { fillTemplate } from './templates/fill-template.ts';
export { parseTemplate, type Template, type TemplateSource } from './templates/parse-template.ts';
export { writePlace } from './templates/write-template.ts';
export { topologyOf } from './topology.ts';
export { unknownKindOf } from './unknown-kind-of.ts';
export { compareVersions } from './versions/compare-versions.ts';
export { fingerprintsOf, type RunFacts } from './versions/fingerprints-of.ts';

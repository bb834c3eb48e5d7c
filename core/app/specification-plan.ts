import type { EventData, ModelPrice, SessionSpecification } from '../contract/index.ts';
import { resolveSpecification } from '../scenario/index.ts';
import type { EventStore } from '../storage/index.ts';
import type { AgentLibrary } from './agent-library.ts';
import { delegationSource } from './delegation-source.ts';
import { graphOf } from './graph-source.ts';
import type { PlanOptions } from './plan-options.ts';
import { castOf, planSession } from './session-plan.ts';
import type { SettingsStore } from './settings-store.ts';
import { specificationNames } from './specification-names.ts';
import { takenOutputs, withTaken } from './taken-outputs.ts';
import { withTeams } from './with-teams.ts';
import { planWorkflow, type ReadyGraph, readyGraph } from './workflow-plan.ts';

interface PlanParts {
  readonly agents: AgentLibrary;
  readonly store: EventStore;
  readonly settings: SettingsStore;
  /** Name and version of this program, for the record. */
  readonly engine: string;
  readonly priceOf: (model: string) => ModelPrice | null;
}

export type SpecificationPlan = (
  specification: SessionSpecification,
  options: PlanOptions,
) => Promise<EventData<'session-created'>>;

/** From a checked specification to everything its run depends on; throws before anything is written. */
export const createSpecificationPlan = (parts: PlanParts): SpecificationPlan => {
  const { agents, settings } = parts;
  return async (specification, options) => {
    const resolveAgent = await exactReferences(agents);
    const ready = await graphFor(parts, specification, options, resolveAgent);
    const resolved = resolveSpecification(specification, {
      resolveAgent,
      ...(ready && { workflow: planWorkflow(ready, specification) }),
    });
    const cast = await Promise.all(castOf(resolved).map((reference) => agents.find(reference)));
    const { providers, settings: chosen, moneyCaps } = settings.current();
    const created = planSession(
      resolved,
      cast.filter((agent) => agent !== undefined),
      {
        providers,
        defaultModel: chosen.default_model,
        engine: parts.engine,
        moneyCaps,
        underCaps: options.underCaps,
        priceOf: parts.priceOf,
        downgrade: chosen.budgets.downgrade ?? [],
      },
    );
    if (!ready || !options.wishes) return created;
    return withTaken(created, await takenOutputs(parts.store, ready.graph, options.wishes, created));
  };
};

/** The graph that a session of mode `workflow` or `delegation` runs; undefined in other modes. */
const graphFor = async (
  { agents, store, settings }: PlanParts,
  specification: SessionSpecification,
  { graph, readText }: PlanOptions,
  resolveAgent: (reference: string) => string | undefined,
): Promise<ReadyGraph | undefined> => {
  const { mode } = specification;
  if (mode !== 'delegation' && mode !== 'workflow') return undefined;
  const known = await specificationNames({ agents, settings });
  if (mode === 'delegation') {
    const { source, inputs } = delegationSource(specification);
    return readyGraph(source, inputs, known, resolveAgent);
  }
  const source = graph ?? (await graphOf(store.graphs, specification, readText));
  const ready = readyGraph(source, specification.inputs ?? {}, known, resolveAgent);
  // Who is named with the run is its team.
  return specification.agents.length > 0
    ? ready
    : { ...ready, graph: withTeams(ready.graph, known.agents ?? []) };
};

const exactReferences = async (agents: AgentLibrary) => {
  const newest = new Map(
    (await agents.list()).map((agent) => [agent.name, `${agent.name}@${agent.version}`]),
  );
  const exact = new Set(await agents.references());
  return (reference: string): string | undefined =>
    reference.includes('@') ? (exact.has(reference) ? reference : undefined) : newest.get(reference);
};

import type { CoreApi, ResolvedSpecification } from '../../../../../core/contract/index.ts';

/** `rest`: what changed, failed or was never run. `from`: these nodes and what follows. `only`: these nodes alone. */
export type RunAgain =
  | { readonly kind: 'all' }
  | { readonly kind: 'rest' }
  | { readonly kind: 'from'; readonly node: string }
  | { readonly kind: 'only'; readonly node: string };

type Execution = Parameters<CoreApi['tasks.execute']>[0];

/** A new run of the graph of a session, with its settings; with its outputs, where they are wanted. */
export const runAgain = (
  id: string,
  specification: ResolvedSpecification,
  what: RunAgain,
): Execution | undefined => {
  const { workflow, name, model, seed, budget, metadata } = specification;
  if (workflow === undefined) return undefined;
  const { stored, graph, inputs, parallel, on_failure, delegation } = workflow;
  return {
    ...(stored === null ? { graph } : { graph_id: stored.id, version: stored.version }),
    inputs,
    name,
    ...(model !== null && { model }),
    seed,
    parallel,
    on_failure,
    approve: delegation.approve,
    budget,
    metadata,
    ...(what.kind !== 'all' && { reuse: id }),
    ...(what.kind === 'from' && { from: [what.node] }),
    ...(what.kind === 'only' && { only: [what.node] }),
  };
};

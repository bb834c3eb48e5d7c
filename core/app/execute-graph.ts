import { AgentNetError, type CoreApi, type SessionId } from '../contract/index.ts';
import type { CoreContext } from './core-context.ts';
import { type GraphSource, graphFromStore, graphFromText } from './graph-source.ts';
import type { RunWishes } from './taken-outputs.ts';

export type ExecuteInput = Parameters<CoreApi['tasks.execute']>[0];

/** Starts the run of a task graph; throws before anything is written when something is wrong. */
export const executeGraph = async (
  context: Pick<CoreContext, 'store' | 'createSession'>,
  input: ExecuteInput,
  file = 'graph',
): Promise<SessionId> => {
  const source = await sourceOf(context, input, file);
  const { name, inputs, model, seed, parallel, budget, metadata, approve, on_failure: onFailure } = input;
  const { reuse, from, only } = input;
  const specification = {
    mode: 'workflow',
    // Its place is taken by `source`, which may come from a text or the store.
    graph: {},
    ...(name !== undefined && { name }),
    ...(inputs !== undefined && { inputs }),
    ...(model !== undefined && { model }),
    ...(seed !== undefined && { seed }),
    ...(parallel !== undefined && { parallel }),
    ...(onFailure !== undefined && { on_failure: onFailure }),
    ...(budget !== undefined && { budget }),
    ...(metadata !== undefined && { metadata }),
    ...(approve !== undefined && { delegation: { approve } }),
  };
  const wishes: RunWishes = {
    ...(reuse !== undefined && { reuse }),
    ...(from !== undefined && { from }),
    ...(only !== undefined && { only }),
  };
  return context.createSession(specification, { graph: source, wishes });
};

const sourceOf = async (
  { store }: Pick<CoreContext, 'store'>,
  { graph, nodes, text, graph_id: id, version }: ExecuteInput,
  file: string,
): Promise<GraphSource> => {
  const given = [graph, nodes, text, id].filter((one) => one !== undefined).length;
  if (given !== 1) {
    throw new AgentNetError(
      'input/invalid',
      given === 0 ? 'There is no graph to run.' : 'More than one graph is given, and one is run.',
      {
        where: { path: 'graph' },
        kept: 'Nothing was started.',
        remedy:
          'Give one of graph (the graph as data), nodes (its nodes alone), text (JSON or YAML) and graph_id (a stored one).',
      },
    );
  }
  if (text !== undefined) return graphFromText(text, file);
  if (id !== undefined) return graphFromStore(store.graphs, id, version);
  return { data: graph ?? { nodes }, stored: null, name: null, file: null };
};

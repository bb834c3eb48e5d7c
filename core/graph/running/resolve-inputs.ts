import { AgentNetError, nearestName } from '../../contract/index.ts';
import type { Graph } from '../graph.ts';

/**
 * The values of a graph's inputs in a run. Throws `input/invalid` for a value that no input takes, and for an input
 * without default that got none.
 */
export const resolveInputs = (
  graph: Graph,
  given: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> => {
  const names = Object.keys(graph.inputs);
  for (const name of Object.keys(given)) {
    if (Object.hasOwn(graph.inputs, name)) continue;
    const near = nearestName(name, names);
    const known = names.length === 0 ? 'The graph takes no inputs.' : `It takes ${names.join(', ')}.`;
    throw new AgentNetError('input/invalid', `The graph has no input "${name}".`, {
      kept: 'Nothing was started.',
      remedy: near === undefined ? known : `Did you mean "${near}"?`,
    });
  }
  for (const [name, value] of Object.entries(graph.inputs)) {
    if (value !== '' || Object.hasOwn(given, name)) continue;
    throw new AgentNetError('input/invalid', `The input "${name}" needs a value.`, {
      kept: 'Nothing was started.',
      remedy: `Give it one: inputs: {${name}: "..."}.`,
    });
  }
  return { ...graph.inputs, ...given };
};

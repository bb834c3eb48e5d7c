import type { GraphCheck } from '../contract/index.ts';
import { checkGraph, graphAsData, readGraph } from '../graph/index.ts';
import { readDataText } from '../scenario/index.ts';
import type { AgentLibrary } from './agent-library.ts';

/** Checks the text of a task graph: all problems at once, and what could be read. */
export const checkGraphText = async (
  agents: Pick<AgentLibrary, 'references'>,
  text: string,
  file: string,
): Promise<GraphCheck> => {
  const data = readDataText(text, file);
  if (!data.ok) {
    const problems = data.problems.map(({ message, where }) => ({
      code: 'invalid-file',
      severity: 'error' as const,
      node: null,
      message,
      remedy: 'Correct the text; JSON and YAML are read.',
      ...(where && { where }),
    }));
    return { ok: false, problems, graph: null };
  }
  const { graph, problems: shape } = readGraph(data.value);
  const tooLarge = shape.filter(({ code }) => code === 'too-large');
  // What is too large is not looked at any further.
  const problems =
    tooLarge.length > 0 ? tooLarge : [...shape, ...checkGraph(graph, { agents: await agents.references() })];
  return {
    ok: problems.every(({ severity }) => severity !== 'error'),
    problems,
    graph: graphAsData(graph),
  };
};

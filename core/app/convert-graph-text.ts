import { AgentNetError } from '../contract/index.ts';
import { graphAsData, readGraph } from '../graph/index.ts';
import { dataAsYaml, inputError, readDataText } from '../scenario/index.ts';

export interface ConvertedGraph {
  readonly text: string;
  /** True when the text had comments, which JSON cannot hold. */
  readonly commentsLost: boolean;
}

/** A graph in another notation; YAML that stays YAML is given back as it is. Throws when it holds no graph. */
export const convertGraphText = (text: string, file: string, to: 'json' | 'yaml'): ConvertedGraph => {
  const data = readDataText(text, file);
  if (!data.ok) throw inputError(data.problems, 'Correct it and convert it again.');
  const { graph, problems } = readGraph(data.value);
  const [first] = problems;
  if (first) {
    throw new AgentNetError('input/invalid', first.message, {
      where: { file },
      kept: 'Nothing was written.',
      remedy: `${first.remedy} \`agentnet graph check\` names all problems.`,
    });
  }
  if (to === 'json') {
    return { text: `${JSON.stringify(graphAsData(graph), null, 2)}\n`, commentsLost: data.hasComments };
  }
  return { text: data.hasComments ? text : dataAsYaml(graphAsData(graph)), commentsLost: false };
};

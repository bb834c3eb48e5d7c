import { AgentNetError, type InputProblem } from '../contract/index.ts';
import type { GraphProblem } from '../graph/index.ts';

const MOST_TOLD = 100;

/** What keeps a graph from running, as the one error that hosts show; null where nothing does. */
export const graphInputError = (
  problems: readonly GraphProblem[],
  file: string | null,
): AgentNetError | null => {
  const errors = problems.filter(({ severity }) => severity === 'error');
  const [first, ...others] = errors;
  if (!first) return null;
  const told: readonly InputProblem[] = errors.slice(0, MOST_TOLD).map(({ node, message, remedy }) => ({
    code: 'input/invalid',
    message: `${message} ${remedy}`,
    where: {
      ...(file !== null && { file }),
      ...(node !== null && { path: `nodes[${JSON.stringify(node)}]` }),
    },
  }));
  const more =
    others.length === 0 ? '' : ` And ${others.length} more problem${others.length === 1 ? '' : 's'}.`;
  return new AgentNetError('input/invalid', `${first.message} ${first.remedy}${more}`, {
    ...(told[0] && { where: told[0].where }),
    kept: 'Nothing was started.',
    remedy: 'Correct the graph and run it again.',
    data: { problems: told, nodes: errors.slice(0, MOST_TOLD).map(({ code, node }) => ({ code, node })) },
  });
};

import { AgentNetError, type ErrorCode, type InputProblem, isErrorCode } from '../contract/index.ts';

/**
 * All problems of an input as the one error that hosts show: the first problem in its words and at its
 * place, the others counted, and all of them in `data.problems`.
 *
 * @param problems not empty
 * @param remedy what to do, in one sentence
 */
export const inputError = (
  problems: readonly InputProblem[],
  remedy = 'Correct what is named and try again.',
): AgentNetError => {
  const [first, ...others] = problems;
  const code: ErrorCode = isErrorCode(first?.code) ? first.code : 'input/invalid';
  const more =
    others.length === 0 ? '' : ` And ${others.length} more problem${others.length === 1 ? '' : 's'}.`;
  return new AgentNetError(code, `${first?.message ?? 'The input is wrong.'}${more}`, {
    ...(first && { where: first.where }),
    kept: 'Nothing was started or changed.',
    remedy,
    data: { problems },
  });
};

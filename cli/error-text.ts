import type { AgentNetError, ErrorPlace, InputProblem } from '../core/contract/index.ts';
import { plainText } from './plain-text.ts';

/** An error for people: every problem on a line of its own with its place first, then what to know and to do. */
export const errorText = (error: AgentNetError): string => {
  const problems = problemsOf(error);
  const lines =
    problems.length > 0
      ? problems.map(({ message, where, nearest }) => {
          const guess =
            nearest !== undefined && !message.includes(nearest) ? ` Did you mean ${nearest}?` : '';
          return `${placeText(where)}${message}${guess}`;
        })
      : [`agentnet: ${placeText(error.where)}${error.message}`];
  return [...lines, ...(error.kept ? [error.kept] : []), ...(error.remedy ? [error.remedy] : [])]
    .map(plainText)
    .join('\n');
};

const problemsOf = ({ data }: AgentNetError): readonly InputProblem[] =>
  Array.isArray(data['problems']) ? (data['problems'] as readonly InputProblem[]) : [];

/** `file:line:column: `, as editors and terminals make it a link. */
const placeText = (where: ErrorPlace | undefined): string => {
  if (where?.file === undefined) return '';
  const numbers = [where.line, where.column].filter((number) => number !== undefined);
  return `${[where.file, ...numbers].join(':')}: `;
};

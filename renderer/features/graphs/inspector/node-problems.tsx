import { useMemo } from 'react';
import type { GraphProblem } from '../../../../core/graph/index.ts';
import { StateMark } from '../../../ui/index.ts';
import { useProblems } from '../editor/use-problems.tsx';
import styles from './inspector.module.css';

export const useNodeProblems = (id: string): readonly GraphProblem[] => {
  const problems = useProblems();
  return useMemo(() => problems.filter(({ node }) => node === id), [problems, id]);
};

/** The problem that belongs to one field. */
export const problemOf = (
  problems: readonly GraphProblem[],
  codes: readonly string[],
): { readonly error?: string } => {
  const found = problems.find(({ code, severity }) => severity === 'error' && codes.includes(code));
  return found === undefined ? {} : { error: `${found.message} ${found.remedy}` };
};

/** Shown at their field. */
const atFields = new Set(['unknown-agent', 'invalid-template', 'unbound-variable']);

/** What is wrong with a node and belongs to no one field. */
export const NodeProblems = ({ problems }: { readonly problems: readonly GraphProblem[] }) => {
  const rest = problems.filter(({ code, severity }) => severity === 'warning' || !atFields.has(code));
  if (rest.length === 0) return null;
  return (
    <ul className={styles.problems} aria-label="Problems of this node">
      {rest.map((problem) => (
        <li key={`${problem.code} ${problem.message}`}>
          <StateMark mark={problem.severity === 'error' ? 'failed' : 'flagged'} size={12} />
          <span>
            {problem.message} <span className={styles.remedy}>{problem.remedy}</span>
          </span>
        </li>
      ))}
    </ul>
  );
};

import type { InputProblem } from '../../../core/contract/index.ts';
import { StateMark } from '../../ui/index.ts';
import styles from './new-session.module.css';

/** All problems at once, each with its place. */
export const ProblemList = ({ problems }: { readonly problems: readonly InputProblem[] }) => {
  if (problems.length === 0) return null;
  return (
    <ul className={styles.problems} aria-label="Problems">
      {problems.map((problem, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two problems may be worded alike
        <li key={index}>
          <StateMark mark="failed" size={12} />
          <span>{problem.message}</span>
          <span className={styles.place}>
            {[problem.where.path, problem.where.line !== undefined && `line ${problem.where.line}`]
              .filter(Boolean)
              .join(', ')}
          </span>
        </li>
      ))}
    </ul>
  );
};

import { CircleX, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { classNames } from '../class-names.ts';
import styles from './problem.module.css';

interface ProblemProps {
  readonly tone?: 'bad' | 'warn' | 'info';
  /** What happened. */
  readonly title: string;
  /** What was kept, and what to do; one paragraph each. */
  readonly details?: readonly string[];
  readonly actions?: ReactNode;
}

const icons = { bad: CircleX, warn: TriangleAlert, info: Info } as const;

/** What happened, what was kept, what to do. */
export const Problem = ({ tone = 'bad', title, details = [], actions }: ProblemProps) => {
  const Icon = icons[tone];
  return (
    <div className={classNames(styles.problem, styles[tone])} role={tone === 'bad' ? 'alert' : 'status'}>
      <Icon size={16} className={styles.icon} aria-hidden="true" />
      <div className={styles.text}>
        <p className={styles.title}>{title}</p>
        {details.map((detail) => (
          <p key={detail} className={styles.more}>
            {detail}
          </p>
        ))}
        {actions !== undefined && <div className={styles.actions}>{actions}</div>}
      </div>
    </div>
  );
};

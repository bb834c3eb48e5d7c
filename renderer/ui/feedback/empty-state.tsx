import type { ReactNode } from 'react';
import { classNames } from '../class-names.ts';
import styles from './empty-state.module.css';

interface EmptyStateProps {
  readonly title: string;
  /** One sentence that teaches what would stand here. */
  readonly text: string;
  readonly actions?: ReactNode;
  readonly compact?: boolean;
}

export const EmptyState = ({ title, text, actions, compact }: EmptyStateProps) => (
  <div className={classNames(styles.empty, compact && styles.compact)}>
    <p className={styles.title}>{title}</p>
    <p className={styles.text}>{text}</p>
    {actions !== undefined && <div className={styles.actions}>{actions}</div>}
  </div>
);

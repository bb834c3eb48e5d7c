import { formatDuration, type Mark, StateMark } from '../../../ui/index.ts';
import type { Attempt } from './attempts-of.ts';
import styles from './inspector.module.css';

const marks: Record<Attempt['state'], Mark> = {
  'under-way': 'running',
  answered: 'done',
  cached: 'recorded',
  retried: 'flagged',
  failed: 'failed',
  abandoned: 'paused',
};

/** Everything that was tried for this turn, in order: which model, what went wrong, how long was waited. */
export const AttemptsList = ({ attempts }: { readonly attempts: readonly Attempt[] }) => (
  <ol className={styles.attempts}>
    {attempts.map((attempt) => (
      <li key={attempt.key} className={styles.attempt}>
        <StateMark mark={marks[attempt.state]} size={14} />
        <span className={styles.attemptModel}>{attempt.model}</span>
        <span className={styles.attemptPlace}>{attempt.place}</span>
        <span className={styles.attemptSays}>
          {attempt.says}
          {attempt.code !== null && <code className={styles.attemptCode}>{attempt.code}</code>}
          {attempt.waitMs !== null && (
            <span className={styles.dim}> then {formatDuration(attempt.waitMs)} of waiting</span>
          )}
        </span>
      </li>
    ))}
  </ol>
);

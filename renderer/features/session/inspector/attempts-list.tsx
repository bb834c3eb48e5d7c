import { formatDuration, type Mark, StateMark } from '../../../ui/index.ts';
import type { Attempt } from './attempts-of.ts';
import styles from './inspector.module.css';

const marks: Record<Attempt['state'], Mark> = {
  waited: 'paused',
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
        <span className={styles.attemptSays}>{attempt.says}</span>
        {attempt.code !== null && (
          <span className={styles.attemptNote}>
            <code>{attempt.code}</code>
            {attempt.waitMs !== null && `, then ${formatDuration(attempt.waitMs)} of waiting`}
          </span>
        )}
      </li>
    ))}
  </ol>
);

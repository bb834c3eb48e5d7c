import type { SessionSummary } from '../../../core/contract/index.ts';
import { describeSummary, hasRounds, hrefOf, modeWords } from '../../state/index.ts';
import { exactMoney, formatMoney, plural, RelativeTime, StateWord } from '../../ui/index.ts';
import styles from './home.module.css';

interface RecentSessionsProps {
  readonly title: string;
  readonly sessions: readonly SessionSummary[];
  /** Adds the way to all of them. */
  readonly more?: boolean;
}

export const RecentSessions = ({ title, sessions, more }: RecentSessionsProps) => (
  <section aria-label={`${title} sessions`}>
    <div className={styles.sectionHead}>
      <h2 className={styles.sectionTitle}>{title}</h2>
      {more && <a href={hrefOf({ screen: 'sessions' })}>All sessions</a>}
    </div>
    <ul className={styles.list}>
      {sessions.map((session) => {
        const state = describeSummary(session);
        return (
          <li key={session.id}>
            <a className={styles.row} href={hrefOf({ screen: 'session', id: session.id, taskId: null })}>
              <span className={styles.state}>
                <StateWord mark={state.mark} word={state.word} />
              </span>
              <span className={styles.name} title={session.topic} dir="auto">
                {session.name}
              </span>
              <span className={styles.rowMode}>{modeWords[session.mode].word.toLowerCase()}</span>
              <span className={styles.rowNumber}>
                {session.status === 'ended' || !hasRounds(session.mode)
                  ? plural(session.turns, 'turn')
                  : `round ${session.round} of ${session.max_rounds}`}
              </span>
              <span className={styles.rowNumber} title={exactMoney(session.totals.usd)}>
                {formatMoney(session.totals.usd)}
              </span>
              <span className={styles.rowNumber}>
                <RelativeTime at={session.updated_at} />
              </span>
            </a>
          </li>
        );
      })}
    </ul>
  </section>
);

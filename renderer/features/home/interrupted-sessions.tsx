import { useState } from 'react';
import type { SessionSummary } from '../../../core/contract/index.ts';
import { goTo, hasRounds, hrefOf, useAct, useCore } from '../../state/index.ts';
import { Button, ButtonLink, Confirm, plural, RelativeTime, StateMark } from '../../ui/index.ts';
import styles from './home.module.css';

/** Sessions whose process ended before they did: each waits for a decision. */
export const InterruptedSessions = ({ sessions }: { readonly sessions: readonly SessionSummary[] }) => {
  const core = useCore();
  const act = useAct();
  const [discarding, setDiscarding] = useState<SessionSummary | null>(null);
  const resume = async (id: string) => {
    const resumed = await act(() => core['sessions.resume']({ id }));
    if (resumed !== undefined) goTo({ screen: 'session', id, taskId: null });
  };
  return (
    <section aria-label="Interrupted sessions">
      <div className={styles.sectionHead}>
        <h2 className={styles.sectionTitle}>Interrupted</h2>
        <p className={styles.sectionNote}>
          They ended with the process that ran them. Finished turns are kept.
        </p>
      </div>
      <ul className={styles.interrupted}>
        {sessions.map((session) => (
          <li key={session.id} className={styles.interruptedRow}>
            <StateMark mark="flagged" />
            <div className={styles.grow}>
              <span className={styles.name} dir="auto">
                {session.name}
              </span>
              <span className={styles.meta}>
                interrupted
                {hasRounds(session.mode) && ` in round ${session.round} of ${session.max_rounds}`},{' '}
                {plural(session.turns, 'turn')} kept, <RelativeTime at={session.updated_at} />
              </span>
            </div>
            <div className={styles.buttons}>
              <Button size="small" variant="primary" onClick={() => void resume(session.id)}>
                Resume
              </Button>
              <ButtonLink size="small" href={hrefOf({ screen: 'session', id: session.id, taskId: null })}>
                Inspect
              </ButtonLink>
              <Button size="small" variant="danger" onClick={() => setDiscarding(session)}>
                Discard
              </Button>
            </div>
          </li>
        ))}
      </ul>
      <Confirm
        open={discarding !== null}
        title="Discard this session?"
        text={
          <p>
            “{discarding?.name}” with its {plural(discarding?.turns ?? 0, 'turn')} is deleted from this
            machine and cannot be brought back. Other sessions are not touched.
          </p>
        }
        confirm="Discard session"
        onConfirm={() => {
          const id = discarding?.id;
          if (id !== undefined) void act(() => core['sessions.delete']({ id }), 'Session discarded');
        }}
        onClose={() => setDiscarding(null)}
      />
    </section>
  );
};

import { Plus } from 'lucide-react';
import { useMemo } from 'react';
import { explainError, hrefOf, sessionsInOrder, useWorkspace } from '../../state/index.ts';
import { ButtonLink, Page, PageColumn, Problem, Skeleton } from '../../ui/index.ts';
import styles from './home.module.css';
import { InterruptedSessions } from './interrupted-sessions.tsx';
import { LocalModelOffer } from './model-in-use.tsx';
import { RecentSessions } from './recent-sessions.tsx';
import { Samples, useSamples } from './samples.tsx';

const MOST_RECENT = 8;

export const HomeScreen = () => {
  const [samples, reloadSamples] = useSamples();
  const loaded = useWorkspace((state) => state.loaded);
  const error = useWorkspace((state) => state.error);
  const sessions = useWorkspace((state) => state.sessions);
  const ordered = useMemo(() => sessionsInOrder(sessions), [sessions]);
  const interrupted = ordered.filter(({ status }) => status === 'interrupted');
  const going = ordered.filter(
    ({ status }) => status === 'running' || status === 'pausing' || status === 'paused',
  );
  const recent = ordered.filter(({ status }) => status === 'ended').slice(0, MOST_RECENT);
  const isFirstVisit = loaded && ordered.length === 0;
  return (
    <Page
      title="Home"
      actions={
        <ButtonLink
          variant={isFirstVisit ? 'default' : 'primary'}
          icon={<Plus size={14} aria-hidden="true" />}
          href={hrefOf({ screen: 'new-session', start: { kind: 'draft' } })}
        >
          New session
        </ButtonLink>
      }
    >
      <PageColumn>
        {error !== null && !loaded && <Problem {...explainError(error)} />}
        {!loaded && error === null && <Skeleton lines={6} />}
        {loaded && (
          <div className={styles.sections}>
            {isFirstVisit && <Welcome />}
            {interrupted.length > 0 && <InterruptedSessions sessions={interrupted} />}
            {going.length > 0 && <RecentSessions title="Now" sessions={going} />}
            <Samples samples={samples} emphasised={isFirstVisit} onReload={reloadSamples} />
            <LocalModelOffer />
            {recent.length > 0 && <RecentSessions title="Recent" sessions={recent} more />}
          </div>
        )}
      </PageColumn>
    </Page>
  );
};

const Welcome = () => (
  <section className={styles.welcome}>
    <h2 className={styles.welcomeTitle}>Let several models argue, and watch every word of it</h2>
    <p className={styles.welcomeText}>
      Agents debate, brainstorm or vote on a topic of yours. You see each token as it comes, what it costs,
      how near they are to agreement, and what each of them was shown. It all stays on this machine. Run a
      sample below: it needs no account and no key.
    </p>
  </section>
);

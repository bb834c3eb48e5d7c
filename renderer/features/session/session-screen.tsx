import { lazy, Suspense } from 'react';
import { explainError, hrefOf, useFeedState, useSessionFeed } from '../../state/index.ts';
import { Button, ButtonLink, Page, Problem, preloadMarkdown, Skeleton } from '../../ui/index.ts';
import styles from './session.module.css';
import { SessionPage } from './session-page.tsx';

interface SessionScreenProps {
  readonly id: string;
  /** The turn a deep link points at. */
  readonly taskId: string | null;
  /** The node that one points at. */
  readonly node?: string | undefined;
}

// The first turn must not wait for it.
preloadMarkdown();

const GraphRunPage = lazy(() =>
  import('./graph-run/graph-run-page.tsx').then((module) => ({ default: module.GraphRunPage })),
);

const parents = [{ label: 'Sessions', href: hrefOf({ screen: 'sessions' }) }];

export const SessionScreen = ({ id, taskId, node }: SessionScreenProps) => {
  const { feed, again } = useSessionFeed(id);
  const state = useFeedState(feed);
  switch (state.kind) {
    case 'loading':
      return <Loading />;
    case 'failed':
      return (
        <Page title="Session" parents={parents}>
          <div className={styles.failure}>
            <Problem
              {...explainError(state.error)}
              actions={
                <>
                  <Button onClick={again}>Try again</Button>
                  <ButtonLink href={hrefOf({ screen: 'sessions' })}>Go to Sessions</ButtonLink>
                </>
              }
            />
          </div>
        </Page>
      );
    case 'ready': {
      const { view, run, lost } = state;
      const shared = { feed, view, lost, again, taskId };
      if (run === null) return <SessionPage {...shared} />;
      return (
        <Suspense fallback={<Loading />}>
          <GraphRunPage {...shared} run={run} linkedNode={node} />
        </Suspense>
      );
    }
  }
};

const Loading = () => (
  <Page title="Session" parents={parents} inspector={null}>
    <Skeleton lines={8} label="Loading the session" />
  </Page>
);

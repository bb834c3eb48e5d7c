import { useCallback } from 'react';
import { explainError, hrefOf, useCore, useResource } from '../../../state/index.ts';
import { Button, EmptyState, Page, PageColumn, Problem, Skeleton } from '../../../ui/index.ts';
import styles from '../graphs.module.css';

/** All stored graphs. */
export const GraphsScreen = () => {
  const core = useCore();
  const [graphs, reload] = useResource(
    useCallback(async (signal: AbortSignal) => (await core['graphs.list']({}, { signal })).items, [core]),
  );
  return (
    <Page title="Graphs">
      {graphs.kind === 'loading' && <Skeleton lines={8} />}
      {graphs.kind === 'failed' && (
        <div className={styles.problem}>
          <Problem {...explainError(graphs.error)} actions={<Button onClick={reload}>Try again</Button>} />
        </div>
      )}
      {graphs.kind === 'ready' && graphs.value.length === 0 && (
        <EmptyState
          title="No graphs yet"
          text="A graph is a set of prompts that build on each other: draw who does what after whom, then run it."
        />
      )}
      {graphs.kind === 'ready' && graphs.value.length > 0 && (
        <PageColumn>
          <ul>
            {graphs.value.map((graph) => (
              <li key={graph.id}>
                <a href={hrefOf({ screen: 'graph', id: graph.id })}>{graph.name}</a>
              </li>
            ))}
          </ul>
        </PageColumn>
      )}
    </Page>
  );
};

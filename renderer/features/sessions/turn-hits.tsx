import { useCallback } from 'react';
import { explainError, hrefOf, useCore, useResource } from '../../state/index.ts';
import { EmptyState, Problem, Skeleton, Snippet } from '../../ui/index.ts';
import styles from './sessions.module.css';

const MOST = 100;

/** Turns that hold the words; each leads to its place in its session. */
export const TurnHits = ({ query }: { readonly query: string }) => {
  const core = useCore();
  const words = query.trim();
  const [hits] = useResource(
    useCallback(
      async (signal: AbortSignal) =>
        (await core['sessions.search']({ query: words, limit: MOST }, { signal })).items,
      [core, words],
    ),
  );
  if (hits.kind === 'loading') return <Skeleton lines={6} label="Searching" />;
  if (hits.kind === 'failed') {
    return (
      <div className={styles.problem}>
        <Problem {...explainError(hits.error)} />
      </div>
    );
  }
  if (hits.value.length === 0) {
    return (
      <EmptyState
        title="No turn says that"
        text="Finished turns are searched word by word. Try fewer or other words."
      />
    );
  }
  return (
    <ul className={styles.hits} aria-label="Turns found">
      {hits.value.map((hit) => (
        <li key={`${hit.session_id}-${hit.task_id}`}>
          <a
            className={styles.hit}
            href={hrefOf({ screen: 'session', id: hit.session_id, taskId: hit.task_id })}
          >
            <span className={styles.hitText}>
              <Snippet text={hit.snippet} />
            </span>
            <span className={styles.hitNote}>
              {hit.agent}, {hit.node === null ? `round ${hit.round}` : `node ${hit.node}`}, {hit.session_name}
            </span>
          </a>
        </li>
      ))}
    </ul>
  );
};

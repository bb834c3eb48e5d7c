import { useCallback, useState } from 'react';
import { useCore, useResource } from '../../../state/index.ts';
import { Button, CopyButton } from '../../../ui/index.ts';
import { useSession } from '../session-context.tsx';
import styles from './inspector.module.css';

/** Sessions with more turns than this are read whole only when asked for. */
const MOST_TURNS_UNASKED = 300;

/** Equal for equal seeds, whatever was killed and resumed in between. */
export const DigestFigure = () => {
  const core = useCore();
  const { id, view } = useSession();
  const [asked, setAsked] = useState(view.turns.length <= MOST_TURNS_UNASKED);
  const load = useCallback(
    async (signal: AbortSignal) => (await core['sessions.get']({ id }, { signal })).digest,
    [core, id],
  );
  const [digest] = useResource(asked ? load : null);
  return (
    <div className={styles.digest}>
      <span className={styles.digestName}>Digest</span>
      {!asked && (
        <Button size="small" onClick={() => setAsked(true)}>
          Compute
        </Button>
      )}
      {digest.kind === 'ready' && (
        <>
          <code className={styles.digestValue} title={digest.value}>
            {digest.value.slice(0, 12)}
          </code>
          <CopyButton text={digest.value} label="Copy" />
        </>
      )}
      {asked && digest.kind === 'loading' && <span className={styles.dim}>reading the session</span>}
      {digest.kind === 'failed' && <span className={styles.dim}>not available</span>}
    </div>
  );
};

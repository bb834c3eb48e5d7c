import { RotateCcw } from 'lucide-react';
import { canRetry, hrefOf } from '../../../state/index.ts';
import { Button, ButtonLink } from '../../../ui/index.ts';
import { useSession } from '../session-context.tsx';
import styles from './controls.module.css';
import { useSessionActions } from './use-session-actions.tsx';

/** Where one would speak into a running session. */
export const Ended = () => {
  const { id, view } = useSession();
  const actions = useSessionActions(id);
  return (
    <div className={styles.ended}>
      <p className={styles.endedText} title={view.ended?.reason}>
        {view.ended?.reason}
      </p>
      {canRetry(view.ended?.outcome) && (
        <Button
          variant="primary"
          icon={<RotateCcw size={13} aria-hidden="true" />}
          onClick={() => void actions.retry()}
          title="Goes on in a new session from before the turn that failed"
        >
          Retry from here
        </Button>
      )}
      <ButtonLink href={hrefOf({ screen: 'new-session', start: { kind: 'session', id } })}>
        New session like this
      </ButtonLink>
    </div>
  );
};

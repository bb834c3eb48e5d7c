import { hrefOf } from '../../../state/index.ts';
import { ButtonLink } from '../../../ui/index.ts';
import { useSession } from '../session-context.tsx';
import styles from './controls.module.css';

/** Where one would speak into a running session. */
export const Ended = () => {
  const { id, view } = useSession();
  return (
    <div className={styles.ended}>
      <p className={styles.endedText} title={view.ended?.reason}>
        {view.ended?.reason}
      </p>
      <ButtonLink href={hrefOf({ screen: 'new-session', start: { kind: 'session', id } })}>
        New session like this
      </ButtonLink>
    </div>
  );
};

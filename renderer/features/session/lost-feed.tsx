import { explainError } from '../../state/index.ts';
import { Button, Problem } from '../../ui/index.ts';
import styles from './session.module.css';

interface LostFeedProps {
  /** Why no more events come; null while they do. */
  readonly lost: unknown;
  readonly again: () => void;
}

/** What is on the screen stays; this says that it is not followed any more. */
export const LostFeed = ({ lost, again }: LostFeedProps) =>
  lost !== null && (
    <div className={styles.lost}>
      <Problem
        tone="warn"
        {...explainError(lost)}
        actions={
          <Button size="small" onClick={again}>
            Load again
          </Button>
        }
      />
    </div>
  );

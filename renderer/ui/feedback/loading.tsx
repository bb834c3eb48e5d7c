import { Button } from '../controls/button.tsx';
import styles from './loading.module.css';

const WIDTHS = ['62%', '88%', '74%', '81%', '45%', '70%'];

/** Lines where text will stand; `label` is what a screen reader hears. */
export const Skeleton = ({
  lines = 3,
  label = 'Loading',
}: {
  readonly lines?: number;
  readonly label?: string;
}) => (
  <div className={styles.lines} role="status" aria-label={label}>
    {Array.from({ length: lines }, (_, line) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: the lines never move
      <span key={line} className={styles.bar} style={{ width: WIDTHS[line % WIDTHS.length] }} />
    ))}
  </div>
);

interface ProgressProps {
  readonly label: string;
  /** 0 to 1. */
  readonly value: number;
  readonly onCancel?: () => void;
}

/** For anything over a second. */
export const Progress = ({ label, value, onCancel }: ProgressProps) => (
  <div className={styles.progress}>
    <div
      className={styles.track}
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(value * 100)}
    >
      <div className={styles.fill} style={{ width: `${Math.min(100, value * 100)}%` }} />
    </div>
    {onCancel && (
      <Button size="small" onClick={onCancel}>
        Cancel
      </Button>
    )}
  </div>
);

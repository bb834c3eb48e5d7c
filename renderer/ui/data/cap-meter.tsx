import { StateMark } from '../feedback/state-mark.tsx';
import { capLevel } from './cap-level.ts';
import styles from './cap-meter.module.css';
import { Meter } from './meter.tsx';

interface CapMeterProps {
  readonly name: string;
  /** The whole name with its unit, for who hears it. */
  readonly label: string;
  readonly used: number;
  readonly ahead: number;
  readonly cap: number;
  readonly format: (amount: number) => string;
  readonly exact: (amount: number) => string;
  /** Behind a formatted amount that does not name its unit itself. */
  readonly unit?: string;
}

const levels = {
  free: { fill: 'var(--accent)', mark: 'done', word: 'within its cap' },
  near: { fill: 'var(--warn)', mark: 'flagged', word: 'near its cap' },
  full: { fill: 'var(--bad)', mark: 'blocked', word: 'used up' },
} as const;

/** How much of a cap is used and how much is set aside. */
export const CapMeter = ({ name, label, used, ahead, cap, format, exact, unit }: CapMeterProps) => {
  const level = levels[capLevel({ cap, used, ahead })];
  const says = `${exact(used)} used and ${exact(ahead)} reserved of ${exact(cap)}`;
  return (
    <div title={says}>
      <div className={styles.head}>
        <span className={styles.name}>{name}</span>
        <span className={styles.figure}>
          {format(used)} of {format(cap)}
          {unit !== undefined && ` ${unit}`}
        </span>
      </div>
      <Meter
        label={label}
        value={used / cap}
        ahead={ahead / cap}
        valueText={`${says}, ${level.word}`}
        fill={level.fill}
      />
      <p className={styles.note}>
        <StateMark mark={level.mark} size={12} />
        <span>
          {level.word}
          {ahead > 0 && `, ${format(ahead)} reserved`}
        </span>
      </p>
    </div>
  );
};

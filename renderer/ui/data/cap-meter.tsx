import { StateMark } from '../feedback/state-mark.tsx';
import { exactTokens, formatCount } from '../format/count.ts';
import { formatElapsed } from '../format/duration.ts';
import { exactMoney, formatMoney } from '../format/money.ts';
import { capLevel } from './cap-level.ts';
import styles from './cap-meter.module.css';
import { Meter } from './meter.tsx';

interface CapMeterProps {
  readonly name: string;
  readonly used: number;
  readonly ahead: number;
  readonly cap: number;
  readonly unit: keyof typeof units;
}

/** How an amount is written and read out; `suffix` stands behind one that does not name its unit itself. */
const units = {
  usd: { format: formatMoney, exact: exactMoney, word: 'US dollars', suffix: '' },
  tokens: { format: formatCount, exact: exactTokens, word: 'tokens', suffix: ' tokens' },
  seconds: {
    format: (seconds: number) => formatElapsed(seconds * 1000),
    exact: (seconds: number) => `${seconds.toFixed(1)} s`,
    word: 'time',
    suffix: '',
  },
} as const;

const levels = {
  free: { fill: 'var(--accent)', mark: 'done', word: 'within its cap' },
  near: { fill: 'var(--warn)', mark: 'flagged', word: 'near its cap' },
  full: { fill: 'var(--bad)', mark: 'blocked', word: 'used up' },
} as const;

/** How much of a cap is used and how much is set aside. */
export const CapMeter = ({ name, used, ahead, cap, unit }: CapMeterProps) => {
  const { format, exact, word, suffix } = units[unit];
  const level = levels[capLevel({ cap, used, ahead })];
  const says = `${exact(used)} used and ${exact(ahead)} reserved of ${exact(cap)}`;
  return (
    <div title={says}>
      <div className={styles.head}>
        <span className={styles.name}>{name}</span>
        <span className={styles.figure}>
          {format(used)} of {format(cap)}
          {suffix}
        </span>
      </div>
      <Meter
        label={`${name}, ${word}`}
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

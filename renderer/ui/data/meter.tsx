import type { CSSProperties } from 'react';
import styles from './meter.module.css';

interface MeterProps {
  readonly label: string;
  /** 0 to 1; more is drawn as full. */
  readonly value: number;
  readonly valueText: string;
  /** A colour token. */
  readonly fill?: string;
  /** What comes on top of the value, 0 to 1: set aside, but not used yet. */
  readonly ahead?: number;
}

export const Meter = ({ label, value, valueText, fill, ahead = 0 }: MeterProps) => {
  const share = Math.max(0, Math.min(1, value));
  const rest = Math.max(0, Math.min(1 - share, ahead));
  const style = { width: `${share * 100}%`, ...(fill !== undefined && { '--fill': fill }) } as CSSProperties;
  return (
    // biome-ignore lint/a11y/useSemanticElements: the look of a <meter> cannot be set
    <div
      className={styles.track}
      role="meter"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={1}
      aria-valuenow={Number(share.toFixed(3))}
      aria-valuetext={valueText}
    >
      <div className={styles.fill} style={style} />
      {rest > 0 && <div className={styles.ahead} style={{ ...style, width: `${rest * 100}%` }} />}
    </div>
  );
};

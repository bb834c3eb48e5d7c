import type { ReactNode } from 'react';
import { classNames } from '../class-names.ts';
import styles from './chip.module.css';

interface ChipProps {
  readonly tone?: 'plain' | 'outline' | 'accent' | 'ok' | 'warn' | 'bad' | 'recorded';
  readonly title?: string;
  readonly children: ReactNode;
}

export const Chip = ({ tone = 'plain', title, children }: ChipProps) => (
  <span className={classNames(styles.chip, tone !== 'plain' && styles[tone])} title={title}>
    {children}
  </span>
);

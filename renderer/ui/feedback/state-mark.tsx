import type { ReactNode } from 'react';
import { classNames } from '../class-names.ts';
import styles from './state-mark.module.css';

/** The eight states of everything: a session, a turn, a row, a check. */
export type Mark = 'running' | 'done' | 'waiting' | 'paused' | 'flagged' | 'blocked' | 'failed' | 'recorded';

const line = { fill: 'none', stroke: 'currentColor', strokeWidth: 1.8, strokeLinecap: 'round' } as const;

const shapes: Record<Mark, ReactNode> = {
  running: <path d="M10.9 4.1a5 5 0 1 0 0 5.8" {...line} strokeWidth={2.2} />,
  done: <path d="m2.6 7.4 2.9 2.9 5.9-6.4" {...line} strokeLinejoin="round" />,
  waiting: <circle cx="7" cy="7" r="4.4" {...line} strokeWidth={1.5} />,
  paused: <path d="M4.7 3.2v7.6M9.3 3.2v7.6" {...line} strokeWidth={2.4} strokeLinecap="butt" />,
  flagged: <path d="M7 1.8 13 12H1Z" fill="currentColor" />,
  blocked: <path d="M4.5 1.2h5l3.3 3.3v5l-3.3 3.3h-5L1.2 9.5v-5Z" {...line} strokeWidth={1.6} />,
  failed: <path d="m3.2 3.2 7.6 7.6M10.8 3.2l-7.6 7.6" {...line} />,
  recorded: (
    <g {...line} strokeWidth={1.5}>
      <circle cx="3.9" cy="6.6" r="2.7" />
      <circle cx="10.1" cy="6.6" r="2.7" />
      <path d="M3.9 9.3h6.2" />
    </g>
  ),
};

/** The shape alone; always beside its word, so it is hidden from screen readers. */
export const StateMark = ({ mark, size = 14 }: { readonly mark: Mark; readonly size?: number }) => (
  <svg
    className={classNames(styles.mark, styles[mark])}
    width={size}
    height={size}
    viewBox="0 0 14 14"
    aria-hidden="true"
    focusable="false"
  >
    {shapes[mark]}
  </svg>
);

/** Shape, colour and word. */
export const StateWord = ({ mark, word }: { readonly mark: Mark; readonly word: string }) => (
  <span className={styles.word}>
    <StateMark mark={mark} />
    {word}
  </span>
);

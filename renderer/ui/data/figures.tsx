import type { ReactNode } from 'react';
import { classNames } from '../class-names.ts';
import styles from './figures.module.css';

interface SectionProps {
  readonly title: string;
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

/** A titled part of the inspector. */
export const Section = ({ title, aside, children }: SectionProps) => (
  <section className={styles.section} aria-label={title}>
    <div className={styles.head}>
      <h3 className={styles.title}>{title}</h3>
      {aside !== undefined && <span className="tabular">{aside}</span>}
    </div>
    {children}
  </section>
);

/** Names on the left, numbers under numbers on the right. */
export const Figures = ({ children }: { readonly children: ReactNode }) => (
  <dl className={styles.list}>{children}</dl>
);

interface FigureProps {
  readonly name: ReactNode;
  readonly value: ReactNode;
  readonly note?: string;
  /** The exact value, on hover. */
  readonly exact?: string;
  /** For words, which may need several lines. */
  readonly wrap?: boolean;
}

export const Figure = ({ name, value, note, exact, wrap }: FigureProps) => (
  <div className={styles.row}>
    <dt className={styles.term}>{name}</dt>
    <dd className={classNames(styles.value, wrap && styles.wrap)} title={exact}>
      {value}
      {note !== undefined && <span className={styles.note}>{note}</span>}
    </dd>
  </div>
);

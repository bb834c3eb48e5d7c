import { useMemo } from 'react';
import { classNames } from '../class-names.ts';
import { compareLines, type DiffLine } from './diff-lines.ts';
import styles from './diff-view.module.css';

const signs: Record<DiffLine['kind'], string> = { same: ' ', added: '+', removed: '-' };
const words: Record<DiffLine['kind'], string> = { same: '', added: 'added: ', removed: 'removed: ' };

interface DiffLinesViewProps {
  readonly label: string;
  readonly before: string;
  readonly after: string;
}

export const DiffLinesView = ({ label, before, after }: DiffLinesViewProps) => {
  const lines = useMemo(() => compareLines(before, after), [before, after]);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset groups controls, and there are none
    <div className={styles.diff} role="group" aria-label={label}>
      {lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines have no other identity
        <div key={index} className={classNames(styles.line, line.kind !== 'same' && styles[line.kind])}>
          <span className={styles.sign} aria-hidden="true">
            {signs[line.kind]}
          </span>
          <span>
            <span className="visually-hidden">{words[line.kind]}</span>
            {line.parts.map((part, place) =>
              // biome-ignore lint/suspicious/noArrayIndexKey: parts have no other identity
              part.changed ? <mark key={place}>{part.text}</mark> : <span key={place}>{part.text}</span>,
            )}
          </span>
        </div>
      ))}
    </div>
  );
};

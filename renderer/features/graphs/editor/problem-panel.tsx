import { ChevronDown, ChevronUp } from 'lucide-react';
import { useState } from 'react';
import type { GraphProblem } from '../../../../core/graph/index.ts';
import { classNames, StateMark } from '../../../ui/index.ts';
import styles from './editor.module.css';
import { useEditorState } from './editor-context.tsx';
import { useEditorUi } from './editor-ui.tsx';
import { useProblems } from './use-problems.tsx';

/** Everything wrong with the graph, below the canvas; each one leads to its node. */
export const ProblemPanel = ({ onShow }: { readonly onShow: (problem: GraphProblem) => void }) => {
  const problems = useProblems();
  const fault = useEditorState((state) => state.fault);
  const [open, setOpen] = useState(false);
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const [first] = problems;
  if (fault !== null) return <UnreadText fault={fault} />;
  if (first === undefined) {
    return (
      <section className={styles.problems} aria-label="Problems">
        <p className={classNames(styles.problemBar, styles.problemNothing)}>
          <span className={styles.problemCount}>
            <StateMark mark="done" size={12} />
            No problems
          </span>
        </p>
      </section>
    );
  }
  return (
    <section className={styles.problems} aria-label="Problems">
      <button
        type="button"
        className={styles.problemBar}
        aria-expanded={open}
        onClick={() => setOpen((was) => !was)}
      >
        <span className={styles.problemCount}>
          <StateMark mark={errors > 0 ? 'failed' : 'flagged'} size={12} />
          {countWords(errors, problems.length - errors)}
        </span>
        <span className={styles.problemFirst}>{open ? '' : first.message}</span>
        {open ? <ChevronDown size={14} aria-hidden="true" /> : <ChevronUp size={14} aria-hidden="true" />}
      </button>
      {open && (
        <ul className={styles.problemList}>
          {problems.slice(0, MOST_SHOWN).map((problem, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two problems may be worded alike
            <li key={index}>
              <button type="button" className={styles.problemItem} onClick={() => onShow(problem)}>
                <StateMark mark={problem.severity === 'error' ? 'failed' : 'flagged'} size={12} />
                <span className={styles.problemNode}>{problem.node ?? 'the graph'}</span>
                <span>
                  {problem.message} <span className={styles.problemRemedy}>{problem.remedy}</span>
                </span>
              </button>
            </li>
          ))}
          {problems.length > MOST_SHOWN && (
            <li className={styles.problemItem}>{problems.length - MOST_SHOWN} more</li>
          )}
        </ul>
      )}
    </section>
  );
};

/** What is drawn is what could be read last: of the text as it stands, only this much is known. */
const UnreadText = ({ fault }: { readonly fault: { readonly line: number; readonly message: string } }) => {
  const ui = useEditorUi();
  return (
    <section className={styles.problems} aria-label="Problems">
      <button type="button" className={styles.problemBar} onClick={() => ui.setState({ view: 'text' })}>
        <span className={styles.problemCount}>
          <StateMark mark="failed" size={12} />
          The text cannot be read
        </span>
        <span className={styles.problemFirst}>
          Line {fault.line}: {fault.message} The canvas is changed again when it can be read.
        </span>
      </button>
    </section>
  );
};

const MOST_SHOWN = 200;

const countWords = (errors: number, warnings: number): string =>
  [
    errors > 0 && (errors === 1 ? '1 error' : `${errors} errors`),
    warnings > 0 && (warnings === 1 ? '1 warning' : `${warnings} warnings`),
  ]
    .filter(Boolean)
    .join(', ');

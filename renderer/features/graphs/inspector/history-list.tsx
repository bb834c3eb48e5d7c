import { RelativeTime } from '../../../ui/index.ts';
import { useEditor, useEditorState } from '../editor/editor-context.tsx';
import styles from './inspector.module.css';

/** What was done, the last first; a click goes back to it, or on. */
export const HistoryList = () => {
  const editor = useEditor();
  const { steps, done } = useEditorState((state) => state.history);
  return (
    <ol className={styles.history} aria-label="History of edits">
      {[...steps.keys()].reverse().map((index) => {
        const step = steps[index];
        if (step === undefined) return null;
        return (
          <li key={`${step.at} ${index}`}>
            <button
              type="button"
              className={styles.step}
              data-undone={index >= done}
              aria-current={index === done - 1 ? 'step' : undefined}
              onClick={() => editor.goTo(index + 1)}
            >
              <span className={styles.stepLabel}>{step.label}</span>
              <RelativeTime at={step.at} />
            </button>
          </li>
        );
      })}
      <li>
        <button
          type="button"
          className={styles.step}
          aria-current={done === 0 ? 'step' : undefined}
          onClick={() => editor.goTo(0)}
        >
          <span className={styles.stepLabel}>As it was opened</span>
        </button>
      </li>
    </ol>
  );
};

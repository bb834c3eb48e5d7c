import { Button } from '../../../ui/index.ts';
import styles from './editor.module.css';
import { useEditor, useEditorState } from './editor-context.tsx';

/** The way out of graphs that were entered. */
export const ScopeCrumbs = () => {
  const editor = useEditor();
  const scope = useEditorState((state) => state.scope);
  const name = useEditorState((state) => state.name);
  if (scope.length === 0) return null;
  return (
    <nav className={styles.crumbs} aria-label="Graphs entered">
      {[name, ...scope].map((step, depth) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same graph may be entered twice
        <span key={depth}>
          {depth > 0 && (
            <span className={styles.slash} aria-hidden="true">
              /
            </span>
          )}
          <Button
            size="small"
            variant="quiet"
            aria-current={depth === scope.length ? 'page' : undefined}
            disabled={depth === scope.length}
            onClick={() => editor.leaveTo(depth)}
          >
            {step}
          </Button>
        </span>
      ))}
    </nav>
  );
};

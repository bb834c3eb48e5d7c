import { Button, EmptyState } from '../../../ui/index.ts';
import styles from './editor.module.css';
import { useEditorState, useShownGraph } from './editor-context.tsx';
import { useEditorUi } from './editor-ui.tsx';

/** On a canvas without nodes: how to begin, or why nothing is there. */
export const EmptyCanvas = () => {
  const ui = useEditorUi();
  const isEmpty = useShownGraph().nodes.length === 0;
  const fault = useEditorState((state) => state.fault);
  if (!isEmpty) return null;
  return (
    <div className={styles.emptyCanvas}>
      {fault === null ? (
        <EmptyState
          title="No node yet"
          text="Drag one in from the left, or press Tab on the canvas and choose one by name."
          actions={<Button onClick={() => ui.setState({ picker: { kind: 'free' } })}>Add a node</Button>}
        />
      ) : (
        <EmptyState
          title="The text of this graph cannot be read"
          text={`Line ${fault.line}: ${fault.message} Nothing of it is lost. Once it can be read, its nodes stand here.`}
          actions={<Button onClick={() => ui.setState({ view: 'text' })}>Correct the text</Button>}
        />
      )}
    </div>
  );
};

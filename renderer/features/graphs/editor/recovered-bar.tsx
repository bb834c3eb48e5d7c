import { useState } from 'react';
import { useAct, useCore } from '../../../state/index.ts';
import { Button, RelativeTime, StateMark } from '../../../ui/index.ts';
import styles from './editor.module.css';
import { useEditor } from './editor-context.tsx';
import { useEditorUi } from './editor-ui.tsx';
import type { StoredGraph } from './stored-graph.ts';

interface RecoveredBarProps {
  readonly id: string;
  readonly stored: StoredGraph;
}

/** Edits that were not saved as a version when the window went are here again; they can be given up. */
export const RecoveredBar = ({ id, stored }: RecoveredBarProps) => {
  const core = useCore();
  const act = useAct();
  const editor = useEditor();
  const ui = useEditorUi();
  const [open, setOpen] = useState(true);
  const { graph, draft } = stored;
  if (!open) return null;
  const discard = async () => {
    if (graph === null) return;
    const done = await act(() => core['graphs.discard-draft']({ id }));
    if (done === undefined) return;
    editor.load(graph.name, graph.text);
    setOpen(false);
  };
  return (
    <div className={styles.recovered} role="status">
      <StateMark mark="flagged" size={14} />
      <span className={styles.recoveredText}>
        Edits that were not saved as a version are here again
        {draft !== null && (
          <>
            , from <RelativeTime at={draft.at} />
          </>
        )}
        .
      </span>
      <Button size="small" onClick={() => setOpen(false)}>
        Keep them
      </Button>
      <Button size="small" onClick={() => ui.setState({ dialog: 'versions' })}>
        Show what changed
      </Button>
      {graph !== null && (
        <Button size="small" variant="danger" onClick={() => void discard()}>
          Back to version {graph.version}
        </Button>
      )}
    </div>
  );
};

import { goTo, useAct, useCore } from '../../../state/index.ts';
import { Button, Dialog, Diff, exactMoment } from '../../../ui/index.ts';
import { useEditor } from '../editor/editor-context.tsx';
import type { Saving } from '../editor/use-saving.tsx';
import styles from './dialogs.module.css';

/** Somebody else changed the same graph: both are shown, and nothing of either is lost unasked. */
export const ConflictDialog = ({ saving }: { readonly saving: Saving }) => {
  const core = useCore();
  const act = useAct();
  const editor = useEditor();
  const { conflict, settle } = saving;
  if (conflict === null) return null;
  const theirs = conflict.draft ?? conflict.version;
  const asNew = async () => {
    const { name } = editor.getState();
    const input = { name: `${name} (mine)`, text: editor.text(), note: '', base_version: 0 };
    const made = await act(() => core['graphs.save'](input), 'Saved as a graph of its own');
    if (made === undefined) return;
    settle('theirs');
    goTo({ screen: 'graph', id: made.id });
  };
  return (
    <Dialog
      open
      wide
      onClose={() => settle('ours')}
      title="This graph was changed somewhere else"
      description={`Another window or program kept something newer${theirs === null ? '' : ` at ${exactMoment(theirs.at)}`}. Your edits are still here and were not written over it.`}
      foot={
        <>
          <Button onClick={() => settle('theirs')}>Take theirs</Button>
          <Button onClick={() => void asNew()}>Keep mine as a new graph</Button>
          <Button variant="primary" onClick={() => settle('ours')}>
            Go on with mine
          </Button>
        </>
      }
    >
      <div className={styles.diff}>
        <Diff label="Theirs against yours" before={theirs?.text ?? ''} after={editor.text()} />
      </div>
    </Dialog>
  );
};

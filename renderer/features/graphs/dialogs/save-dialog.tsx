import { useState } from 'react';
import { showKeys } from '../../../state/index.ts';
import { Button, Dialog, Field, TextInput } from '../../../ui/index.ts';
import { useEditor, useEditorState } from '../editor/editor-context.tsx';
import { useEditorUi, useUiState } from '../editor/editor-ui.tsx';
import type { Saving } from '../editor/use-saving.tsx';
import styles from './dialogs.module.css';

/** A version that never changes, with a word on why. */
export const SaveDialog = ({ saving }: { readonly saving: Saving }) => {
  const ui = useEditorUi();
  const open = useUiState((state) => state.dialog === 'save');
  const close = () => ui.setState({ dialog: null });
  return (
    <Dialog open={open} onClose={close} title="Save version">
      <SaveForm saving={saving} onDone={close} />
    </Dialog>
  );
};

const SaveForm = ({ saving, onDone }: { readonly saving: Saving; readonly onDone: () => void }) => {
  const editor = useEditor();
  const name = useEditorState((state) => state.name);
  const [note, setNote] = useState('');
  const save = async () => {
    const saved = await saving.save(note);
    if (saved === undefined) return;
    editor.say(`Saved as version ${saved.version}`);
    onDone();
  };
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Field label="Name">
        <TextInput value={name} onChange={(event) => editor.rename(event.currentTarget.value)} />
      </Field>
      <Field label="What changed" optional>
        <TextInput autoFocus value={note} onChange={(event) => setNote(event.currentTarget.value)} />
      </Field>
      <div className={styles.foot}>
        <Button type="submit" variant="primary" keys={showKeys('Enter', false)}>
          Save version {saving.base + 1}
        </Button>
      </div>
    </form>
  );
};

import { Chip } from '../../../ui/index.ts';
import styles from './editor.module.css';
import { useEditorUi } from './editor-ui.tsx';
import type { Saving } from './use-saving.tsx';

/** Which version this is, and whether it was changed since. */
export const EditorChips = ({ saving }: { readonly saving: Saving }) => {
  const ui = useEditorUi();
  const { base, changed, keeping } = saving;
  const version = base === 0 ? 'not saved yet' : `v${base}`;
  return (
    <>
      <button
        type="button"
        className={styles.versionChip}
        title="Versions"
        onClick={() => ui.setState({ dialog: 'versions' })}
      >
        <Chip>{changed && base > 0 ? `${version} + edits` : version}</Chip>
      </button>
      {keeping === 'conflict' && <Chip tone="bad">newer version elsewhere</Chip>}
      {keeping === 'failed' && <Chip tone="warn">not kept</Chip>}
    </>
  );
};

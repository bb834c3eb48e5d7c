import { useCallback, useMemo, useState } from 'react';
import { compareGraphs, readSource } from '../../../state/graph/index.ts';
import { explainError, useCore, useResource } from '../../../state/index.ts';
import {
  Button,
  Dialog,
  Diff,
  EmptyState,
  Problem,
  plural,
  RelativeTime,
  Segmented,
  Skeleton,
} from '../../../ui/index.ts';
import { useEditor } from '../editor/editor-context.tsx';
import { useEditorUi, useUiState } from '../editor/editor-ui.tsx';
import type { Saving } from '../editor/use-saving.tsx';
import { ChangesCanvas } from './changes-canvas.tsx';
import styles from './versions.module.css';

interface VersionsProps {
  readonly id: string;
  readonly saving: Saving;
}

/** All versions, and what became different since each: as text and on the canvas. */
export const VersionsDialog = ({ id, saving }: VersionsProps) => {
  const ui = useEditorUi();
  const open = useUiState((state) => state.dialog === 'versions');
  return (
    <Dialog open={open} onClose={() => ui.setState({ dialog: null })} title="Versions" huge>
      <Versions key={saving.base} id={id} />
    </Dialog>
  );
};

const Versions = ({ id }: { readonly id: string }) => {
  const core = useCore();
  const [stored] = useResource(
    useCallback((signal: AbortSignal) => core['graphs.get']({ id }, { signal }), [core, id]),
  );
  const [picked, setPicked] = useState<number | null>(null);
  if (stored.kind === 'loading') return <Skeleton lines={6} />;
  if (stored.kind === 'failed') return <Problem {...explainError(stored.error)} />;
  const { versions } = stored.value;
  const version = picked ?? versions[0]?.version;
  if (version === undefined) {
    return (
      <EmptyState
        compact
        title="No version yet"
        text="A version is the graph as it is now, kept for ever. Save the first one by Ctrl and S; edits are kept meanwhile."
      />
    );
  }
  return (
    <div className={styles.panes}>
      <ul className={styles.list} aria-label="Versions">
        {versions.map((one) => (
          <li key={one.version}>
            <button
              type="button"
              className={styles.version}
              aria-current={one.version === version}
              onClick={() => setPicked(one.version)}
            >
              <span className={styles.number}>
                v{one.version}
                <RelativeTime at={one.at} />
              </span>
              <span className={styles.note}>{one.note || plural(one.nodes, 'node')}</span>
            </button>
          </li>
        ))}
      </ul>
      <Changes key={version} id={id} version={version} />
    </div>
  );
};

const Changes = ({ id, version }: { readonly id: string; readonly version: number }) => {
  const core = useCore();
  const editor = useEditor();
  const ui = useEditorUi();
  const [how, setHow] = useState('canvas');
  const [loaded] = useResource(
    useCallback(
      async (signal: AbortSignal) => (await core['graphs.get']({ id, version }, { signal })).graph,
      [core, id, version],
    ),
  );
  const before = loaded.kind === 'ready' ? (loaded.value?.text ?? '') : null;
  const comparison = useMemo(() => {
    if (before === null) return null;
    const read = readSource(before);
    return read.ok ? compareGraphs(read.graph, editor.getState().graph) : null;
  }, [before, editor]);
  if (loaded.kind === 'loading') return <Skeleton lines={6} />;
  if (loaded.kind === 'failed') return <Problem {...explainError(loaded.error)} />;
  const now = editor.text();
  const isSame = before === now;
  return (
    <section className={styles.changes} aria-label={`Changes since version ${version}`}>
      <div className={styles.head}>
        <Segmented
          label="Show changes"
          value={how}
          options={[
            { value: 'canvas', label: 'On the canvas' },
            { value: 'text', label: 'As text' },
          ]}
          onChange={setHow}
        />
        <span className={styles.counts}>{sinceThen(before === editor.text(), comparison)}</span>
        <Button
          size="small"
          disabled={isSame}
          onClick={() => {
            if (before === null) return;
            editor.setText(before, `Back to version ${version}`);
            ui.setState({ dialog: null });
          }}
        >
          Go back to version {version}
        </Button>
      </div>
      {how === 'canvas' && comparison !== null ? (
        <ChangesCanvas comparison={comparison} />
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
        <section className={styles.text} aria-label="Changes as text" tabIndex={0}>
          <Diff label={`Version ${version} against now`} before={before ?? ''} after={now} />
        </section>
      )}
    </section>
  );
};

type Comparison = ReturnType<typeof compareGraphs>;

const sinceThen = (isSame: boolean, comparison: Comparison | null): string => {
  if (isSame) return 'Nothing changed since';
  if (comparison === null) return 'This version cannot be read as a graph; its text differs';
  const counts = countChanges(comparison);
  return counts === '' ? 'Since then: comments or places only' : `Since then: ${counts}`;
};

const countChanges = (comparison: Comparison): string =>
  (['added', 'removed', 'changed', 'rewired'] as const)
    .map((kind) => {
      const count = [...comparison.nodes.values()].filter((one) => one === kind).length;
      return count === 0 ? '' : `${count} ${kind}`;
    })
    .concat(comparison.besides.map((what) => `${what} changed`))
    .filter((part) => part !== '')
    .join(', ');

import { type KeyboardEvent, useId, useMemo, useState } from 'react';
import {
  cardWords,
  connect,
  fits,
  kindWords,
  neighboursOf,
  reachedFrom,
  waysOf,
} from '../../../state/graph/index.ts';
import { classNames, Dialog } from '../../../ui/index.ts';
import styles from '../editor/editor.module.css';
import { useEditor, useEditorState, useShownGraph } from '../editor/editor-context.tsx';
import { useEditorUi, useUiState } from '../editor/editor-ui.tsx';

/** A wire drawn by name: from the selected node to another that it fits. */
export const ConnectDialog = () => {
  const ui = useEditorUi();
  const open = useUiState((state) => state.dialog === 'connect');
  const selected = useEditorState((state) => state.selection.size === 1);
  return (
    <Dialog
      open={open && selected}
      onClose={() => ui.setState({ dialog: null })}
      title="Connect to another node"
      bare
    >
      <Targets />
    </Dialog>
  );
};

interface Target {
  readonly id: string;
  readonly label: string;
  readonly from: string;
  readonly to: string;
  readonly way: string | null;
  readonly side: string;
}

const Targets = () => {
  const editor = useEditor();
  const ui = useEditorUi();
  const graph = useShownGraph();
  const [only = ''] = useEditorState((state) => state.selection);
  const [query, setQuery] = useState('');
  const [chosen, setChosen] = useState(0);
  const list = useId();
  const targets = useMemo(() => targetsOf(graph, only), [graph, only]);
  const found = targets.filter(({ label, side }) =>
    `${side} ${label}`.toLowerCase().includes(query.trim().toLowerCase()),
  );
  const at = Math.min(chosen, found.length - 1);
  const wire = ({ from, to, way, label, side }: Target) => {
    editor.edit(`Connect ${side} ${label}`, (shown) => connect(shown, from, to, way));
    ui.setState({ dialog: null });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) {
      event.preventDefault();
      setChosen((at + step + found.length) % Math.max(1, found.length));
    }
    const target = found[at];
    if (event.key === 'Enter' && target !== undefined) {
      event.preventDefault();
      wire(target);
    }
  };
  return (
    <div className={styles.picker}>
      <input
        className={styles.pickerInput}
        type="text"
        role="combobox"
        aria-expanded="true"
        aria-controls={list}
        aria-activedescendant={found[at] === undefined ? undefined : `${list}-${at}`}
        aria-label="Node to connect"
        placeholder="Connect to"
        autoComplete="off"
        value={query}
        onChange={(event) => {
          setQuery(event.currentTarget.value);
          setChosen(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div role="listbox" id={list} aria-label="Nodes" className={styles.pickerList}>
        {found.slice(0, MOST_SHOWN).map((target, index) => {
          const node = graph.nodes.find(({ id }) => id === target.id);
          const Icon = kindWords[node?.kind ?? 'task'].icon;
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the field above
            // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the field above
            <div
              key={`${target.side} ${target.id} ${target.way}`}
              role="option"
              id={`${list}-${index}`}
              aria-selected={index === at}
              className={classNames(styles.pickerItem, index === at && styles.pickerChosen)}
              onPointerMove={() => setChosen(index)}
              onClick={() => wire(target)}
            >
              <Icon size={16} aria-hidden="true" />
              <span>{target.label}</span>
              <span className={styles.pickerSays}>{target.side}</span>
            </div>
          );
        })}
        {found.length === 0 && <p className={styles.pickerNone}>No node fits that is not connected yet.</p>}
      </div>
    </div>
  );
};

const MOST_SHOWN = 100;

/** Nodes that may come behind, by each way; then those that may come before. */
const targetsOf = (graph: ReturnType<typeof useShownGraph>, id: string): readonly Target[] => {
  const node = graph.nodes.find((one) => one.id === id);
  if (node === undefined) return [];
  const { before, behind } = neighboursOf(graph);
  const earlier = reachedFrom([id], before);
  const later = reachedFrom([id], behind);
  const ways = waysOf(node);
  const following = graph.nodes
    .filter((other) => !earlier.has(other.id) && !other.deps.includes(id) && fits(node, other))
    .flatMap((other) =>
      (ways.length === 0 ? [null] : [...ways, null]).map((way) => ({
        id: other.id,
        label: cardWords(other).title,
        from: id,
        to: other.id,
        way,
        side: way === null ? 'runs behind it' : `runs behind it when ${way}`,
      })),
    );
  const preceding = graph.nodes
    .filter((other) => !later.has(other.id) && !node.deps.includes(other.id) && fits(other, node))
    .map((other) => ({
      id: other.id,
      label: cardWords(other).title,
      from: other.id,
      to: id,
      way: waysOf(other)[0] ?? null,
      side: 'runs before it',
    }));
  return [...following, ...preceding];
};

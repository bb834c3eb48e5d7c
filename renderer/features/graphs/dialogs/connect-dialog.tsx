import { useMemo, useState } from 'react';
import type { GraphNode } from '../../../../core/graph/index.ts';
import {
  cardWords,
  connect,
  fits,
  kindWords,
  neighboursOf,
  reachedFrom,
  waysOf,
} from '../../../state/graph/index.ts';
import { Dialog, Picker, type PickerItem } from '../../../ui/index.ts';
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

interface Target extends PickerItem {
  readonly from: string;
  readonly to: string;
  readonly way: string | null;
}

const Targets = () => {
  const editor = useEditor();
  const ui = useEditorUi();
  const graph = useShownGraph();
  const [only = ''] = useEditorState((state) => state.selection);
  const [query, setQuery] = useState('');
  const targets = useMemo(() => targetsOf(graph, only), [graph, only]);
  const words = query.trim().toLowerCase();
  const items = targets
    .filter(({ label, says }) => `${says} ${label}`.toLowerCase().includes(words))
    .slice(0, MOST_SHOWN);
  const wire = ({ from, to, way, label, says }: Target) => {
    editor.edit(`Connect ${says} ${label}`, (shown) => connect(shown, from, to, way));
    ui.setState({ dialog: null });
  };
  return (
    <Picker
      label="Node to connect"
      placeholder="Connect to"
      listLabel="Nodes"
      query={query}
      onQuery={setQuery}
      items={items}
      none="No node fits that is not connected yet."
      onPick={wire}
    />
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
      (ways.length === 0 ? [null] : [...ways, null]).map((way) =>
        target(other, id, other.id, way, way === null ? 'runs behind it' : `runs behind it when ${way}`),
      ),
    );
  const preceding = graph.nodes
    .filter((other) => !later.has(other.id) && !node.deps.includes(other.id) && fits(other, node))
    .map((other) => target(other, other.id, id, waysOf(other)[0] ?? null, 'runs before it'));
  return [...following, ...preceding];
};

const target = (other: GraphNode, from: string, to: string, way: string | null, says: string): Target => {
  const Icon = kindWords[other.kind].icon;
  return {
    key: `${says} ${other.id}`,
    icon: <Icon size={16} aria-hidden="true" />,
    label: cardWords(other).title,
    says,
    from,
    to,
    way,
  };
};

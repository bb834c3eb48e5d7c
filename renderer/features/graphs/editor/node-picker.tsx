import { useMemo, useState } from 'react';
import { type NodePattern, nodePatterns, patternsThatFit } from '../../../state/graph/index.ts';
import { Dialog, Picker } from '../../../ui/index.ts';
import { useShownGraph } from './editor-context.tsx';
import { type InsertPlace, useEditorUi, useUiState } from './editor-ui.tsx';
import { PatternIcon } from './pattern-icon.tsx';
import { useInsert } from './use-insert.tsx';

/** What can be put in, by name: opened by Tab, by a wire let go over nothing, or by the sign on a wire. */
export const NodePicker = () => {
  const ui = useEditorUi();
  const place = useUiState((state) => state.picker);
  return (
    <Dialog open={place !== null} onClose={() => ui.setState({ picker: null })} title="Add a node" bare>
      {place !== null && <PickerList place={place} />}
    </Dialog>
  );
};

const PickerList = ({ place }: { readonly place: InsertPlace }) => {
  const insert = useInsert();
  const graph = useShownGraph();
  const [query, setQuery] = useState('');
  const patterns = useMemo(() => patternsThatFit(nodePatterns, graph, endsOf(place)), [graph, place]);
  const items = useMemo(
    () =>
      findPatterns(patterns, query).map((pattern) => ({
        key: pattern.id,
        icon: <PatternIcon pattern={pattern} />,
        label: pattern.word,
        says: pattern.says,
        pattern,
      })),
    [patterns, query],
  );
  return (
    <Picker
      label="Kind of node"
      placeholder={place.kind === 'free' || place.kind === 'at' ? 'Add a node' : 'Add a node to this wire'}
      listLabel="Kinds of nodes"
      query={query}
      onQuery={setQuery}
      items={items}
      none="Nothing of that name fits here."
      onPick={({ pattern }) => insert(pattern, place)}
    />
  );
};

const endsOf = (place: InsertPlace) => {
  switch (place.kind) {
    case 'behind':
      return { behind: { from: place.from, way: place.way } };
    case 'before':
      return { before: place.to };
    case 'wire':
      return { behind: { from: place.from, way: null }, before: place.to };
    default:
      return {};
  }
};

export const findPatterns = (patterns: readonly NodePattern[], query: string): readonly NodePattern[] => {
  const words = query.trim().toLowerCase();
  if (words === '') return patterns;
  const fitting = patterns.filter((pattern) =>
    `${pattern.word} ${pattern.words}`.toLowerCase().includes(words),
  );
  // What begins with the words stands first.
  return [...fitting].sort(
    (a, b) => Number(b.word.toLowerCase().startsWith(words)) - Number(a.word.toLowerCase().startsWith(words)),
  );
};

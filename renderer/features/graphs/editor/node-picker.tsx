import { type KeyboardEvent, useId, useMemo, useState } from 'react';
import { type NodePattern, nodePatterns, patternsThatFit } from '../../../state/graph/index.ts';
import { classNames, Dialog } from '../../../ui/index.ts';
import styles from './editor.module.css';
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
  const [chosen, setChosen] = useState(0);
  const list = useId();
  const patterns = useMemo(() => patternsThatFit(nodePatterns, graph, endsOf(place)), [graph, place]);
  const found = useMemo(() => findPatterns(patterns, query), [patterns, query]);
  const at = Math.min(chosen, found.length - 1);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) {
      event.preventDefault();
      setChosen((at + step + found.length) % Math.max(1, found.length));
    }
    const pattern = found[at];
    if (event.key === 'Enter' && pattern !== undefined) {
      event.preventDefault();
      insert(pattern, place);
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
        aria-activedescendant={found[at] === undefined ? undefined : `${list}-${found[at].id}`}
        aria-label="Kind of node"
        placeholder={place.kind === 'free' || place.kind === 'at' ? 'Add a node' : 'Add a node to this wire'}
        autoComplete="off"
        spellCheck={false}
        value={query}
        onChange={(event) => {
          setQuery(event.currentTarget.value);
          setChosen(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div role="listbox" id={list} aria-label="Kinds of nodes" className={styles.pickerList}>
        {found.map((pattern, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the field above
          // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the field above
          <div
            key={pattern.id}
            role="option"
            id={`${list}-${pattern.id}`}
            aria-selected={index === at}
            className={classNames(styles.pickerItem, index === at && styles.pickerChosen)}
            onPointerMove={() => setChosen(index)}
            onClick={() => insert(pattern, place)}
          >
            <PatternIcon pattern={pattern} />
            <span>{pattern.word}</span>
            <span className={styles.pickerSays}>{pattern.says}</span>
          </div>
        ))}
        {found.length === 0 && <p className={styles.pickerNone}>Nothing of that name fits here.</p>}
      </div>
    </div>
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

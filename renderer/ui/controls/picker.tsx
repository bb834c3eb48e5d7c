import { type KeyboardEvent, type ReactNode, useEffect, useId, useState } from 'react';
import { classNames } from '../class-names.ts';
import styles from './picker.module.css';

export interface PickerItem {
  readonly key: string;
  readonly icon: ReactNode;
  readonly label: string;
  /** Stands behind the label, quieter. */
  readonly says: string;
}

interface PickerProps<Item extends PickerItem> {
  /** What the field asks for. */
  readonly label: string;
  readonly placeholder: string;
  readonly listLabel: string;
  readonly query: string;
  readonly onQuery: (query: string) => void;
  /** What the query leaves, best first. */
  readonly items: readonly Item[];
  /** Said when the query leaves nothing. */
  readonly none: string;
  readonly onPick: (item: Item) => void;
}

/** One of many by name: the focus stays in the field, arrows choose, Enter takes. */
export const Picker = <Item extends PickerItem>(props: PickerProps<Item>) => {
  const { label, placeholder, listLabel, query, onQuery, items, none, onPick } = props;
  const [chosen, setChosen] = useState(0);
  const list = useId();
  const at = Math.min(chosen, items.length - 1);
  useEffect(() => {
    document.getElementById(`${list}-${at}`)?.scrollIntoView({ block: 'nearest' });
  }, [list, at]);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) {
      event.preventDefault();
      setChosen((at + step + items.length) % Math.max(1, items.length));
    }
    const item = items[at];
    if (event.key === 'Enter' && item !== undefined) {
      event.preventDefault();
      onPick(item);
    }
  };
  return (
    <div className={styles.picker}>
      <input
        className={styles.input}
        type="text"
        role="combobox"
        aria-expanded="true"
        aria-controls={list}
        aria-activedescendant={at < 0 ? undefined : `${list}-${at}`}
        aria-label={label}
        placeholder={placeholder}
        autoComplete="off"
        spellCheck={false}
        value={query}
        onChange={(event) => {
          onQuery(event.currentTarget.value);
          setChosen(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div role="listbox" id={list} aria-label={listLabel} className={styles.list}>
        {items.map((item, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the field above
          // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the field above
          <div
            key={item.key}
            role="option"
            id={`${list}-${index}`}
            aria-selected={index === at}
            className={classNames(styles.item, index === at && styles.chosen)}
            onPointerMove={() => setChosen(index)}
            onClick={() => onPick(item)}
          >
            {item.icon}
            <span className={styles.label}>{item.label}</span>
            <span className={styles.says}>{item.says}</span>
          </div>
        ))}
        {items.length === 0 && <p className={styles.none}>{none}</p>}
      </div>
    </div>
  );
};

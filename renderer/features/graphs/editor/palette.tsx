import { PanelLeftClose, PanelLeftOpen } from 'lucide-react';
import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import { nodePatterns } from '../../../state/graph/index.ts';
import { IconButton, KeyHint, useRemembered } from '../../../ui/index.ts';
import styles from './editor.module.css';
import { findPatterns } from './node-picker.tsx';
import { PatternIcon } from './pattern-icon.tsx';
import { useInsert } from './use-insert.tsx';

/** What a dragged kind of node is called while it is dragged. */
export const DRAGGED_PATTERN = 'application/x-agentnet-node';

/** In a narrower window the canvas has the room, until somebody opens the palette. */
const ROOMY = 1200;

const asBoolean = (stored: unknown) => (typeof stored === 'boolean' ? stored : undefined);

/** Kinds of nodes, to be dragged, clicked, or chosen by keyboard. */
export const Palette = () => {
  const insert = useInsert();
  const [open, setOpen] = useRemembered('graphs.palette', window.innerWidth >= ROOMY, asBoolean);
  const [query, setQuery] = useState('');
  const list = useRef<HTMLUListElement>(null);
  const found = useMemo(() => findPatterns(nodePatterns, query), [query]);
  if (!open) {
    return (
      <div className={styles.paletteClosed}>
        <IconButton
          label="Show the palette"
          side="right"
          icon={<PanelLeftOpen size={16} aria-hidden="true" />}
          onClick={() => setOpen(true)}
        />
      </div>
    );
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0) {
      const [first] = found;
      if (event.key === 'Enter' && event.target instanceof HTMLInputElement && first !== undefined) {
        event.preventDefault();
        insert(first, { kind: 'free' });
      }
      return;
    }
    event.preventDefault();
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])];
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
    buttons[Math.max(0, Math.min(buttons.length - 1, at + step))]?.focus();
  };
  return (
    <section className={styles.palette} aria-label="Palette">
      <div className={styles.paletteHead}>
        <div className={styles.paletteSearch}>
          <input
            type="search"
            aria-label="Search kinds of nodes"
            placeholder="Add a node"
            autoComplete="off"
            value={query}
            onChange={(event) => setQuery(event.currentTarget.value)}
            onKeyDown={onKeyDown}
          />
          <KeyHint keys="Tab" />
        </div>
        <IconButton
          label="Hide the palette"
          icon={<PanelLeftClose size={16} aria-hidden="true" />}
          onClick={() => setOpen(false)}
        />
      </div>
      <ul ref={list} className={styles.paletteItems}>
        {found.map((pattern) => (
          <li key={pattern.id}>
            <button
              type="button"
              draggable
              className={styles.paletteItem}
              title={pattern.says}
              onClick={() => insert(pattern, { kind: 'free' })}
              onKeyDown={onKeyDown}
              onDragStart={(event) => {
                event.dataTransfer.setData(DRAGGED_PATTERN, pattern.id);
                event.dataTransfer.effectAllowed = 'copy';
              }}
            >
              <PatternIcon pattern={pattern} />
              {pattern.word}
            </button>
          </li>
        ))}
        {found.length === 0 && <li className={styles.paletteNone}>No kind is called that.</li>}
      </ul>
    </section>
  );
};

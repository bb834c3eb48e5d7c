import { type KeyboardEvent, type PointerEvent, type ReactNode, useRef, useSyncExternalStore } from 'react';
import { createStore } from 'zustand/vanilla';
import { clampWidth, INSPECTOR_WIDTH, widthAfterKey } from './inspector-width.ts';
import styles from './page.module.css';
import { asBoolean, asNumber, recall, remember } from './remembered.ts';

const store = createStore(() => ({
  open: recall('inspector.open', asBoolean) ?? true,
  width: recall('inspector.width', asNumber) ?? INSPECTOR_WIDTH.initial,
}));

const setOpen = (open: boolean) => {
  store.setState({ open });
  remember('inspector.open', open);
};

const setWidth = (width: number) => {
  store.setState({ width });
  remember('inspector.width', width);
};

/** One inspector for all pages: hidden on one, hidden on the next. */
export const useInspectorOpen = () => {
  const open = useSyncExternalStore(store.subscribe, () => store.getState().open);
  return [open, setOpen] as const;
};

export const Inspector = ({ children }: { readonly children: ReactNode }) => {
  const kept = useSyncExternalStore(store.subscribe, () => store.getState().width);
  const width = clampWidth(kept, window.innerWidth);
  const drag = useRef<{ readonly x: number; readonly width: number } | null>(null);
  const onPointerDown = (event: PointerEvent<HTMLDivElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    drag.current = { x: event.clientX, width };
  };
  const onPointerMove = (event: PointerEvent<HTMLDivElement>) => {
    const start = drag.current;
    if (start === null) return;
    setWidth(clampWidth(start.width + start.x - event.clientX, window.innerWidth));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const next = widthAfterKey(event.key, width, window.innerWidth);
    if (next === undefined) return;
    event.preventDefault();
    setWidth(next);
  };
  return (
    <aside className={styles.inspector} style={{ width }} aria-label="Inspector">
      {/* biome-ignore lint/a11y/useSemanticElements: a separator that is moved by pointer and keys is no <hr> */}
      <div
        className={styles.grip}
        role="separator"
        tabIndex={0}
        aria-orientation="vertical"
        aria-label="Width of the inspector"
        aria-valuenow={width}
        aria-valuemin={INSPECTOR_WIDTH.least}
        aria-valuemax={INSPECTOR_WIDTH.most}
        onPointerDown={onPointerDown}
        onPointerMove={onPointerMove}
        onPointerUp={() => {
          drag.current = null;
        }}
        onDoubleClick={() => setWidth(INSPECTOR_WIDTH.initial)}
        onKeyDown={onKeyDown}
      />
      {children}
    </aside>
  );
};

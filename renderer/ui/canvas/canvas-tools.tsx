import { Panel, useReactFlow, useStore } from '@xyflow/react';
import { Maximize, Minus, Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import { IconButton } from '../controls/icon-button.tsx';
import styles from './canvas.module.css';
import { CanvasMap } from './canvas-map.tsx';

interface CanvasToolsProps {
  readonly map: boolean;
  /** Colour of a card in the map by its id, as a CSS colour. */
  readonly colourOf?: ((id: string) => string) | undefined;
  readonly children?: ReactNode;
}

/** Canvases up to so many pixels have no room for a map. */
const NARROW = 460;
const MOVE_MS = 120;
const moves = () => (window.matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : MOVE_MS);

/** Zoom, fit and the map, at the lower right. */
export const CanvasTools = ({ map, colourOf, children }: CanvasToolsProps) => {
  const flow = useReactFlow();
  const isMapped = useStore((state) => map && state.width > NARROW);
  const percent = useStore((state) => Math.round(state.transform[2] * 100));
  return (
    <>
      <Panel position="bottom-right" className={styles.tools ?? ''} data-map={isMapped}>
        {children}
        <div className={styles.zoom}>
          <IconButton
            label="Zoom out"
            keys="-"
            side="top"
            icon={<Minus size={14} aria-hidden="true" />}
            onClick={() => void flow.zoomOut({ duration: moves() })}
          />
          <button
            type="button"
            className={styles.percent}
            title="Show at 100 %"
            onClick={() => void flow.zoomTo(1, { duration: moves() })}
          >
            {percent} %
          </button>
          <IconButton
            label="Zoom in"
            keys="+"
            side="top"
            icon={<Plus size={14} aria-hidden="true" />}
            onClick={() => void flow.zoomIn({ duration: moves() })}
          />
          <IconButton
            label="Fit everything"
            keys="1"
            side="top"
            icon={<Maximize size={14} aria-hidden="true" />}
            onClick={() => void flow.fitView({ duration: moves(), padding: 0.06, maxZoom: 1 })}
          />
        </div>
      </Panel>
      {isMapped && <CanvasMap colourOf={colourOf} />}
    </>
  );
};

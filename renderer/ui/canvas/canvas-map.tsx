import { Panel, useReactFlow, useStore } from '@xyflow/react';
import { type PointerEvent, useEffect, useMemo, useRef, useState } from 'react';
import styles from './canvas.module.css';
import { boundsOf, type MapBox, mapPaths } from './map-paths.ts';

interface CanvasMapProps {
  readonly colourOf: ((id: string) => string) | undefined;
}

const WIDTH = 160;
const HEIGHT = 96;
const plain = () => 'var(--line-strong)';

/** Everything small, with what is in sight; a press goes there. Cards are a few paths and not an element each. */
export const CanvasMap = ({ colourOf = plain }: CanvasMapProps) => {
  const flow = useReactFlow();
  const nodes = useRested(useStore((state) => state.nodes));
  const [x, y, zoom] = useStore((state) => state.transform);
  const width = useStore((state) => state.width);
  const height = useStore((state) => state.height);
  const svg = useRef<SVGSVGElement>(null);
  const { bounds, paths } = useMemo(() => {
    const boxes: readonly MapBox[] = nodes.map((node) => ({
      id: node.id,
      x: node.position.x,
      y: node.position.y,
      width: node.width ?? 0,
      height: node.height ?? 0,
    }));
    return { bounds: boundsOf(boxes), paths: [...mapPaths(boxes, colourOf)] };
  }, [nodes, colourOf]);
  const sight = { x: -x / zoom, y: -y / zoom, width: width / zoom, height: height / zoom };
  const all = boundsOf([bounds, sight]);
  const scale = Math.max(all.width / WIDTH, all.height / HEIGHT, 1);
  const view = {
    x: all.x - (WIDTH * scale - all.width) / 2,
    y: all.y - (HEIGHT * scale - all.height) / 2,
    width: WIDTH * scale,
    height: HEIGHT * scale,
  };
  const goTo = (event: PointerEvent<SVGSVGElement>) => {
    const box = svg.current?.getBoundingClientRect();
    if (box === undefined || event.buttons === 0) return;
    const at = {
      x: view.x + ((event.clientX - box.x) / box.width) * view.width,
      y: view.y + ((event.clientY - box.y) / box.height) * view.height,
    };
    void flow.setCenter(at.x, at.y, { zoom });
  };
  return (
    <Panel position="bottom-right" className={styles.map ?? ''}>
      <svg
        ref={svg}
        role="img"
        aria-label="Map of the graph"
        viewBox={`${view.x} ${view.y} ${view.width} ${view.height}`}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          goTo(event);
        }}
        onPointerMove={goTo}
      >
        {paths.map(([colour, path]) => (
          <path key={colour} d={path} style={{ fill: colour }} />
        ))}
        <path
          className={styles.mapShade}
          d={`M${view.x} ${view.y}h${view.width}v${view.height}h${-view.width}zM${sight.x} ${sight.y}h${sight.width}v${sight.height}h${-sight.width}z`}
        />
        <rect className={styles.mapFrame} {...sight} />
      </svg>
    </Panel>
  );
};

const REST_MS = 150;

/** Nobody watches the map while dragging: it follows when nothing has moved for a moment. */
const useRested = <T,>(value: T): T => {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), REST_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return rested;
};

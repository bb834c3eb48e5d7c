import { useReactFlow } from '@xyflow/react';
import { type MouseEvent, useCallback, useMemo, useRef, useState } from 'react';
import type { Graph } from '../../../../core/graph/index.ts';
import { type Places, wiresOf } from '../../../state/graph/index.ts';
import { type SheetWire, useFar, type WireEdge, wireUnder } from '../../../ui/canvas/index.ts';
import { useEditorState } from '../editor/editor-context.tsx';
import { flowEdges } from './flow-edges.ts';
import { sheetWires } from './sheet-wires.ts';
import type { Looks } from './use-looks.tsx';

/** More wires than this are a few paths; of their own are those that are selected or pointed at. */
const MANY = 150;
/** Pixels of the screen around a wire in which it is pressed. */
const REACH = 8;
const none: ReadonlySet<string> = new Set();

interface WiresInput {
  readonly graph: Graph;
  readonly places: Places;
  readonly moved: Places | null;
  readonly toneOf: Looks['ofWire'];
}

/** The wires of the shown graph; looking and moving cost no more for very many of them. */
export const useWires = ({ graph, places, moved, toneOf }: WiresInput) => {
  const selected = useEditorState((state) => state.wires);
  const [pointed, setPointed] = useState<string | null>(null);
  const far = useFar();
  const flow = useReactFlow();
  const wires = useMemo(() => wiresOf(graph), [graph]);
  const asSheet = far || wires.length > MANY;
  const own = useMemo(() => {
    if (!asSheet) return wires;
    if (far) return [];
    return wires.filter(({ id }) => selected.has(id) || id === pointed);
  }, [wires, asSheet, far, selected, pointed]);
  const before = useRef<ReadonlyMap<string, WireEdge>>(new Map());
  const edges = useMemo(() => {
    before.current = flowEdges(own, selected, toneOf, before.current);
    return [...before.current.values()];
  }, [own, selected, toneOf]);

  const movingIds = moved === null ? '' : [...moved.keys()].join('\u0000');
  const parted = useMemo(() => {
    const moving = movingIds === '' ? none : new Set(movingIds.split('\u0000'));
    const touches = ({ from, to }: (typeof wires)[number]) => moving.has(from) || moving.has(to);
    return { still: wires.filter((wire) => !touches(wire)), moving: wires.filter(touches) };
  }, [wires, movingIds]);
  const stillSheet = useMemo(
    () => (asSheet ? sheetWires(parted.still, graph.nodes, places, toneOf) : null),
    [asSheet, parted, graph.nodes, places, toneOf],
  );
  const movingSheet = useMemo(() => {
    if (!asSheet || moved === null) return null;
    return sheetWires(parted.moving, graph.nodes, new Map([...places, ...moved]), toneOf);
  }, [asSheet, parted, graph.nodes, places, moved, toneOf]);

  /** The wire at a point of the window; from afar none can be told from the others. */
  const wireAt = useCallback(
    ({ clientX, clientY }: { readonly clientX: number; readonly clientY: number }): SheetWire | undefined => {
      if (far) return undefined;
      const all = stillSheet ?? sheetWires(wires, graph.nodes, places, toneOf);
      const point = flow.screenToFlowPosition({ x: clientX, y: clientY }, { snapToGrid: false });
      return wireUnder(all, point, REACH / flow.getZoom());
    },
    [stillSheet, wires, graph.nodes, places, toneOf, flow, far],
  );
  const isPointing = asSheet && !far;
  const onPaneMouseMove = useCallback(
    (event: MouseEvent) => {
      const target = event.target as Element;
      if (!isPointing || event.buttons !== 0 || target.closest('.react-flow__edge') !== null) return;
      const isFree = target.classList.contains('react-flow__pane');
      setPointed(isFree ? (wireAt(event)?.id ?? null) : null);
    },
    [isPointing, wireAt],
  );
  return { far, edges, stillSheet, movingSheet, wireAt, onPaneMouseMove };
};

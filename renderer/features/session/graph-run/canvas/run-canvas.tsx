import { ReactFlowProvider, useReactFlow, useStoreApi } from '@xyflow/react';
import { type KeyboardEvent, type RefObject, useEffect, useMemo, useRef } from 'react';
import type { NodeRun } from '../../../../../core/contract/index.ts';
import { portOf } from '../../../../../core/graph/index.ts';
import { nodeTowards } from '../../../../state/graph/index.ts';
import { describeNode } from '../../../../state/index.ts';
import { Canvas, CanvasTools } from '../../../../ui/canvas/index.ts';
import { useGraphRun, useRunBasics } from '../graph-run-context.tsx';
import { nodeSentence } from '../node-sentence.ts';
import styles from './canvas.module.css';
import { runFlowNodes, runFlowWires } from './flow-of-run.ts';
import { ownPlaces } from './own-places.ts';
import { placeShape } from './place-shape.ts';
import { RunCard, type RunFlowNode } from './run-card.tsx';
import { RunFrame, RunTile } from './run-frame.tsx';
import { runShape } from './run-shape.ts';
import { RunWire } from './run-wire.tsx';
import { startViewport } from './start-viewport.ts';

const nodeTypes = { card: RunCard, frame: RunFrame, tile: RunTile };
const edgeTypes = { wire: RunWire };
const criticalClass = styles.critical ?? '';

/** The run on the canvas of the editor, to look at: states, texts as they grow, and after the end what took longest. */
export const RunCanvas = () => (
  <ReactFlowProvider>
    <Board />
  </ReactFlowProvider>
);

const Board = () => {
  const { run, tree, selected, open, critical } = useGraphRun();
  const { graph, graphNodes, select, toggle } = useRunBasics();
  const count = run.nodes.length;
  // What is drawn depends on which nodes there are, not on how they do.
  // biome-ignore lint/correctness/useExhaustiveDependencies: nodes are only ever added, so their count stands for them
  const shape = useMemo(
    () =>
      runShape(tree, open, (from, to) => {
        const node = graphNodes.get(to);
        return node === undefined ? undefined : portOf(node, from);
      }),
    [count, open, graphNodes],
  );
  const placed = useMemo(() => placeShape(shape, ownPlaces(shape, graph)), [shape, graph]);
  const before = useRef<ReadonlyMap<string, RunFlowNode>>(new Map());
  const flow = useMemo(() => {
    before.current = runFlowNodes(
      {
        shape,
        placed,
        tree,
        selectedId: selected?.id ?? null,
        pausedAt: run.paused_at,
        critical,
        criticalClass,
      },
      before.current,
    );
    return [...before.current.values()];
  }, [shape, placed, tree, selected?.id, run.paused_at, critical]);
  const wires = useMemo(() => runFlowWires(shape, critical), [shape, critical]);
  const pane = useRef<HTMLElement>(null);
  const boxes = useMemo(() => boxesOf(flow), [flow]);
  // Until a reader has moved it, the picture follows a graph that grows.
  const touched = useRef(false);
  const touch = () => {
    touched.current = true;
  };
  const onKeyDown = useKeys(boxes, selected?.id ?? null, select);
  return (
    <section
      ref={pane}
      className={styles.pane}
      aria-label="Graph of the run; arrow keys walk from node to node"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the keys need a place to be pressed
      tabIndex={0}
      onKeyDown={onKeyDown}
      onPointerDownCapture={touch}
      onWheelCapture={touch}
    >
      <Canvas<RunFlowNode>
        label="Canvas of the run"
        nodes={flow}
        edges={wires}
        nodeTypes={nodeTypes}
        edgeTypes={edgeTypes}
        readOnly
        panOnDrag
        onInit={(instance) => void instance.setViewport(firstView(boxes, run.nodes, pane.current))}
        onNodeClick={(_, { id }) => select(id, 'node')}
        onNodeDoubleClick={(_, { id }) => toggle(id)}
        onPaneClick={() => select(null)}
      >
        <CanvasTools map={flow.length > 3} colourOf={(id) => colourOf(tree.byId.get(id))} />
        <Growing boxes={boxes} touched={touched} nodes={run.nodes} pane={pane} />
        <Following id={selected?.id ?? null} />
        <Following id={run.paused_at} />
      </Canvas>
      <p className="visually-hidden" role="status">
        {selected === undefined ? '' : nodeSentence(selected)}
      </p>
    </section>
  );
};

interface Box {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where cards are on the canvas, whatever frames they stand in. */
const boxesOf = (nodes: readonly RunFlowNode[]): readonly Box[] => {
  const corners = new Map<string, { readonly x: number; readonly y: number }>();
  return nodes.map(({ id, position, parentId, width = 0, height = 0 }) => {
    const around = corners.get(parentId ?? '') ?? { x: 0, y: 0 };
    const corner = { x: position.x + around.x, y: position.y + around.y };
    corners.set(id, corner);
    return { id, ...corner, width, height };
  });
};

/** The graph as one first sees it: where something runs or asks, if it does not fit whole. */
const firstView = (boxes: readonly Box[], nodes: readonly NodeRun[], pane: HTMLElement | null) => {
  const [x, y] = [Math.min(...boxes.map((box) => box.x)), Math.min(...boxes.map((box) => box.y))];
  const whole = {
    x,
    y,
    width: Math.max(...boxes.map((box) => box.x + box.width)) - x,
    height: Math.max(...boxes.map((box) => box.y + box.height)) - y,
  };
  const focus = busiest(boxes, nodes);
  const { clientWidth: width, clientHeight: height } = pane ?? { clientWidth: 800, clientHeight: 600 };
  return startViewport(whole, { width, height }, focus);
};

/** Where something happened last, while something goes on. */
const busiest = (boxes: readonly Box[], nodes: readonly NodeRun[]): Box | null => {
  if (!nodes.some(({ started_at, ended_at }) => started_at !== null && ended_at === null)) return null;
  const groups = new Set(nodes.map(({ parent }) => parent));
  const seen = new Map(nodes.map(({ id, last_seq }) => [id, groups.has(id) ? 0 : (last_seq ?? 0)]));
  const seqOf = ({ id }: Box): number => seen.get(id) ?? 0;
  return boxes.reduce<Box | null>(
    (last, box) => (last === null || seqOf(box) > seqOf(last) ? box : last),
    null,
  );
};

/** The keys that the tools of the canvas name, arrows from node to node, Enter into the inspector. */
const useKeys = (
  boxes: readonly Box[],
  selectedId: string | null,
  select: (id: string | null, tab?: 'node') => void,
) => {
  const flow = useReactFlow();
  const tools: Readonly<Record<string, () => unknown>> = {
    '+': () => flow.zoomIn({ duration: 0 }),
    '=': () => flow.zoomIn({ duration: 0 }),
    '-': () => flow.zoomOut({ duration: 0 }),
    '1': () => flow.fitView({ duration: 0, padding: 0.12, maxZoom: 1 }),
  };
  return (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const { key } = event;
    if (key === 'ArrowLeft' || key === 'ArrowRight' || key === 'ArrowUp' || key === 'ArrowDown') {
      event.preventDefault();
      const from = boxes.find(({ id }) => id === selectedId);
      const next = from === undefined ? boxes[0]?.id : nodeTowards(key, from, boxes);
      if (next !== undefined) select(next);
      return;
    }
    const tool = tools[key];
    if (tool !== undefined) {
      // Elsewhere on the screen the same key means something else.
      event.stopPropagation();
      tool();
    }
    if (key === 'Enter' && event.target === event.currentTarget && selectedId !== null) {
      event.preventDefault();
      select(selectedId, 'node');
    }
  };
};

interface GrowingProps {
  readonly boxes: readonly Box[];
  readonly touched: RefObject<boolean>;
  readonly nodes: readonly NodeRun[];
  readonly pane: RefObject<HTMLElement | null>;
}

/** Shows a graph anew to which nodes were added. */
const Growing = ({ boxes, touched, nodes, pane }: GrowingProps) => {
  const flow = useReactFlow();
  const count = boxes.length;
  const shown = useRef(count);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when there are more or fewer cards
  useEffect(() => {
    if (shown.current === count || touched.current) return;
    shown.current = count;
    void flow.setViewport(firstView(boxes, nodes, pane.current));
  }, [count]);
  return null;
};

/** Brings what is selected elsewhere, or what the run stands before, into view. */
const Following = ({ id }: { readonly id: string | null }) => {
  const flow = useReactFlow();
  const last = useRef(id);
  const store = useStoreApi();
  useEffect(() => {
    if (id === last.current) return;
    last.current = id;
    const node = id === null ? undefined : flow.getInternalNode(id);
    const box = store.getState().domNode?.getBoundingClientRect();
    if (node === undefined || box === undefined) return;
    const { x, y } = node.internals.positionAbsolute;
    const [width, height] = [node.width ?? 0, node.height ?? 0];
    const corner = flow.flowToScreenPosition({ x, y });
    const end = flow.flowToScreenPosition({ x: x + width, y: y + height });
    const isInView = corner.x >= box.left && corner.y >= box.top && end.x <= box.right && end.y <= box.bottom;
    if (!isInView) void flow.setCenter(x + width / 2, y + height / 2, { zoom: flow.getZoom(), duration: 0 });
  }, [flow, store, id]);
  return null;
};

const colours: Record<ReturnType<typeof describeNode>['mark'], string> = {
  running: 'var(--accent)',
  done: 'var(--ok)',
  waiting: 'var(--line-strong)',
  paused: 'var(--info)',
  flagged: 'var(--warn)',
  blocked: 'var(--bad)',
  failed: 'var(--bad)',
  recorded: 'var(--recorded)',
};

const colourOf = (node: Parameters<typeof describeNode>[0] | undefined): string =>
  node === undefined ? 'var(--line)' : colours[describeNode(node).mark];

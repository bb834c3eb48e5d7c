import { useReactFlow } from '@xyflow/react';
import { useCallback } from 'react';
import {
  freePlace,
  graphIn,
  type Insertion,
  insertNode,
  type NodePattern,
  newNode,
  placeBehind,
  placesOfNodes,
  waysOf,
  wireId,
  wiresOf,
  withGraphIn,
  withNewGraph,
} from '../../../state/graph/index.ts';
import { useEditor } from './editor-context.tsx';
import { type InsertPlace, useEditorUi } from './editor-ui.tsx';

/** Puts a new node where it is asked for, wires it and selects it. */
export const useInsert = () => {
  const editor = useEditor();
  const ui = useEditorUi();
  const flow = useReactFlow();
  return useCallback(
    (pattern: NodePattern, place: InsertPlace) => {
      const { graph: file, scope, found, selection } = editor.getState();
      const graph = graphIn(file, scope);
      const insertion = insertionAt(graph, placesOfNodes(graph.nodes, found), selection, place, () =>
        middleOf(flow),
      );
      const node = newNode(graph, pattern, snapped(insertion.x), snapped(insertion.y));
      if (node === undefined) return;
      const label = `Add ${pattern.word.toLowerCase()} ${node.id}`;
      const select = [node.id];
      if (node.kind === 'subgraph') {
        // It comes with a graph of its own, ready to be opened.
        const { file: next, name } = withNewGraph(file);
        const shown = insertNode(graphIn(next, scope), { ...node, graph: name }, insertion);
        editor.edit(label, () => withGraphIn(next, scope, shown), { whole: true, select });
      } else editor.edit(label, (shown) => insertNode(shown, node, insertion), { select });
      ui.setState({ picker: null, focus: { field: 'prompt' } });
    },
    [editor, ui, flow],
  );
};

type Flow = ReturnType<typeof useReactFlow>;

const middleOf = (flow: Flow): { readonly x: number; readonly y: number } => {
  const box = document.querySelector('.react-flow')?.getBoundingClientRect();
  if (box === undefined) return { x: 0, y: 0 };
  return flow.screenToFlowPosition({ x: box.x + box.width / 2 - 120, y: box.y + box.height / 2 - 52 });
};

const GRID = 8;
const snapped = (value: number): number => Math.round(value / GRID) * GRID;

type Shown = ReturnType<typeof graphIn>;

const insertionAt = (
  graph: Shown,
  places: ReturnType<typeof placesOfNodes>,
  selection: ReadonlySet<string>,
  place: InsertPlace,
  middle: () => { readonly x: number; readonly y: number },
): Insertion => {
  switch (place.kind) {
    case 'at':
      return { x: place.x, y: place.y };
    case 'behind':
      return { x: place.x, y: place.y, behind: { from: place.from, way: place.way } };
    case 'before':
      return { x: place.x, y: place.y, before: place.to };
    case 'wire': {
      const wire = wiresOf(graph).find(({ id }) => id === wireId(place.from, place.to));
      const from = places.get(place.from) ?? { x: 0, y: 0 };
      const to = places.get(place.to) ?? { x: 0, y: 0 };
      const middleOfWire = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
      const free = freePlace(graph.nodes, places, middleOfWire.x, middleOfWire.y);
      const way = wire === undefined || wire.port === 'out' ? null : wire.port;
      return { ...free, behind: { from: place.from, way }, before: place.to };
    }
    case 'free': {
      const [only] = selection;
      const node = selection.size === 1 ? graph.nodes.find(({ id }) => id === only) : undefined;
      if (node === undefined || node.kind === 'note' || node.kind === 'frame') {
        const { x, y } = middle();
        return freePlace(graph.nodes, places, x, y);
      }
      return {
        ...placeBehind(graph.nodes, places, node.id),
        behind: { from: node.id, way: waysOf(node)[0] ?? null },
      };
    }
  }
};

import { type Connection, type OnConnectEnd, type OnConnectStart, useReactFlow } from '@xyflow/react';
import { useCallback, useRef } from 'react';
import { connect, cycleThrough, fits, OUTPUT, reachedFrom } from '../../../state/graph/index.ts';
import { useEditor } from '../editor/editor-context.tsx';
import { useEditorUi } from '../editor/editor-ui.tsx';
import { useHint } from '../editor/use-hint.tsx';
import type { Flow } from './use-flow.tsx';

/** Drawing wires: what they fit is lit, a circle is refused with its way, and over nothing a node can be chosen. */
export const useWiring = ({ graph, neighbours }: Flow) => {
  const editor = useEditor();
  const ui = useEditorUi();
  const hint = useHint();
  const flow = useReactFlow();
  const allowed = useRef<ReadonlySet<string>>(new Set());

  const onConnectStart: OnConnectStart = useCallback(
    (_, { nodeId, handleType }) => {
      const start = graph.nodes.find(({ id }) => id === nodeId);
      if (start === undefined) return;
      const backwards = handleType === 'target';
      const circle = reachedFrom([start.id], backwards ? neighbours.behind : neighbours.before);
      const nodes = new Set(
        graph.nodes
          .filter((node) => !circle.has(node.id) && (backwards ? fits(node, start) : fits(start, node)))
          .map(({ id }) => id),
      );
      allowed.current = nodes;
      ui.setState({ mood: { kind: 'connecting', nodes: new Set([...nodes, start.id]) } });
    },
    [graph, neighbours, ui],
  );
  const wire = useCallback(
    (source: string, target: string, way: string | null | undefined) => {
      const circle = cycleThrough(neighbours, source, target);
      if (circle !== null) {
        const names = circle.map((id) => graph.nodes.find((node) => node.id === id)?.title ?? id);
        hint(
          circle.length === 2 && source === target
            ? 'A node cannot wait for itself.'
            : `This wire would close a circle, and none of these could ever run: ${names.join(' → ')}.`,
        );
        return;
      }
      const from = graph.nodes.find(({ id }) => id === source);
      const to = graph.nodes.find(({ id }) => id === target);
      if (from === undefined || to === undefined || !fits(from, to)) {
        hint('These two do not fit together: a way has no list in it, and notes and frames have no wires.');
        return;
      }
      editor.edit(`Connect ${from.title ?? source} to ${to.title ?? target}`, (shown) =>
        connect(shown, source, target, way === undefined || way === OUTPUT ? null : way),
      );
    },
    [editor, graph, neighbours, hint],
  );
  const onConnect = useCallback(
    ({ source, target, sourceHandle }: Connection) => wire(source, target, sourceHandle),
    [wire],
  );
  const onConnectEnd: OnConnectEnd = useCallback(
    (event, { fromNode, fromHandle, toNode, isValid }) => {
      ui.setState({ mood: null });
      if (isValid === true || fromNode === null || fromHandle === null) return;
      const point = 'changedTouches' in event ? event.changedTouches[0] : event;
      if (point === undefined) return;
      const backwards = fromHandle.type === 'target';
      const over = toNode?.id ?? nodeUnder(point.clientX, point.clientY);
      if (over !== undefined) {
        if (over === fromNode.id && toNode === null) return;
        if (backwards) wire(over, fromNode.id, null);
        else wire(fromNode.id, over, fromHandle.id);
        return;
      }
      const { x, y } = flow.screenToFlowPosition({ x: point.clientX, y: point.clientY });
      const way = fromHandle.id === OUTPUT ? null : (fromHandle.id ?? null);
      ui.setState({
        picker: backwards
          ? { kind: 'before', to: fromNode.id, x: x - 240, y: y - 52 }
          : { kind: 'behind', from: fromNode.id, way, x, y: y - 52 },
      });
    },
    [flow, ui, wire],
  );
  const isValidConnection = useCallback(
    ({ source, target }: { readonly source: string; readonly target: string }) =>
      allowed.current.has(target) || allowed.current.has(source),
    [],
  );
  return { onConnectStart, onConnect, onConnectEnd, isValidConnection };
};

/** The card at a point of the window: a wire may be let go anywhere on it. */
const nodeUnder = (x: number, y: number): string | undefined =>
  document.elementFromPoint(x, y)?.closest<HTMLElement>('.react-flow__node')?.dataset['id'];

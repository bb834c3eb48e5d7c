import type { Graph, GraphNode } from '../../../../../core/graph/index.ts';
import {
  addNodes,
  changeNode,
  connect,
  cycleThrough,
  disconnect,
  type GraphEditor,
  neighboursOf,
  newNode,
  nodePatterns,
  removeNodes,
  wireEnds,
} from '../../../../state/graph/index.ts';

/** What a person can do to a plan on its canvas and in the form beside it; each is one step that can be taken back. */
export const planEdits = (editor: GraphEditor) => {
  const nameOf = (id: string): string =>
    editor.getState().graph.nodes.find((node) => node.id === id)?.title ?? id;
  return {
    /** A step by this agent, behind what is selected. */
    add: (agent: string) => {
      const { graph, selection } = editor.getState();
      const [pattern] = nodePatterns;
      const fresh = pattern && newNode(graph, pattern, 0, 0);
      if (fresh === undefined) return;
      const [behind] = selection;
      const node = { ...fresh, position: null, ...(fresh.kind === 'task' && agent !== '' && { agent }) };
      editor.edit(
        'Add a step',
        (shown) => {
          const next = addNodes(shown, [node]);
          return behind === undefined ? next : connect(next, behind, node.id, null);
        },
        { select: [node.id] },
      );
    },
    /** What is selected, steps before wires. */
    remove: () => {
      const { selection, wires } = editor.getState();
      const [only] = selection;
      if (only !== undefined) {
        const label = selection.size === 1 ? `Delete ${nameOf(only)}` : `Delete ${selection.size} steps`;
        editor.edit(label, (graph) => removeNodes(graph, selection));
      } else if (wires.size > 0) {
        editor.edit('Delete a wire', (graph) => disconnect(graph, [...wires].map(wireEnds)));
      }
    },
    /** The sentence that refuses it, or null where the one now waits for the other. */
    wire: (from: string, to: string): string | null => {
      const refusal = refusalOf(editor.getState().graph, from, to);
      if (refusal !== null) return refusal;
      editor.edit(`Connect ${nameOf(from)} to ${nameOf(to)}`, (graph) => connect(graph, from, to, null));
      return null;
    },
    unwire: (from: string, to: string) =>
      editor.edit(`Disconnect ${nameOf(from)} from ${nameOf(to)}`, (graph) =>
        disconnect(graph, [{ from, to }]),
      ),
    /** Typing in one field is one step. */
    set: (id: string, field: 'title' | 'prompt' | 'agent', value: string) =>
      editor.edit(
        `Change the ${field} of ${nameOf(id)}`,
        (graph) => changeNode(graph, id, withField(field, value)),
        {
          burst: `${id} ${field}`,
        },
      ),
  };
};

export type PlanEdits = ReturnType<typeof planEdits>;

const withField =
  (field: 'title' | 'prompt' | 'agent', value: string) =>
  (node: GraphNode): GraphNode => {
    if (field === 'title') return { ...node, title: value === '' ? null : value };
    return field in node ? ({ ...node, [field]: value } as GraphNode) : node;
  };

const refusalOf = (graph: Graph, from: string, to: string): string | null => {
  if (from === to) return 'A step cannot wait for itself.';
  const circle = cycleThrough(neighboursOf(graph), from, to);
  if (circle === null) return null;
  const names = circle.map((id) => graph.nodes.find((node) => node.id === id)?.title ?? id);
  return `This wire would close a circle, and none of these could ever run: ${names.join(' → ')}.`;
};

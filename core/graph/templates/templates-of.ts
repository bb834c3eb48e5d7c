import type { GraphNode } from '../graph.ts';

/** A template of a node: the field that holds it, and of a subgraph's bindings the name of the input. */
export interface NodeTemplate {
  readonly field: 'prompt' | 'input' | 'over' | 'with';
  readonly name: string | null;
  readonly text: string;
}

/** `over` is an id, unless it holds a place. */
export const isOverTemplate = (over: string): boolean => over.includes('{{');

/** Every template of a node. With a graph as body, a node's own prompt is not used. */
export const templatesOf = (node: GraphNode): readonly NodeTemplate[] => {
  switch (node.kind) {
    case 'condition':
      return node.input === null ? [] : [{ field: 'input', name: null, text: node.input }];
    case 'subgraph':
      return Object.entries(node.with).map(([name, text]) => ({ field: 'with', name, text }));
    case 'map':
      return [...overTemplate(node.over), ...(node.graph === null ? [promptOf(node)] : [])];
    case 'loop':
      return node.graph === null ? [promptOf(node)] : [];
    case 'reduce':
      return [...overTemplate(node.over), promptOf(node)];
    case 'task':
    case 'session':
    case 'approval':
    case 'delegate':
      return [promptOf(node)];
    case 'tool':
    case 'note':
    case 'frame':
      return [];
  }
};

const promptOf = ({ prompt }: { readonly prompt: string }): NodeTemplate => ({
  field: 'prompt',
  name: null,
  text: prompt,
});

const overTemplate = (over: string): readonly NodeTemplate[] =>
  isOverTemplate(over) ? [{ field: 'over', name: null, text: over }] : [];

/** The node with each of its templates rewritten; the very same node where nothing changed. */
export const withTemplates = (
  node: GraphNode,
  rewrite: (text: string, field: NodeTemplate['field']) => string,
): GraphNode => {
  const changed = templatesOf(node).map((template) => ({
    ...template,
    text: rewrite(template.text, template.field),
  }));
  if (templatesOf(node).every(({ text }, index) => text === changed[index]?.text)) return node;
  const fields = Object.fromEntries(
    changed.filter(({ field }) => field !== 'with').map(({ field, text }) => [field, text]),
  );
  const bound = changed.flatMap(({ field, name, text }) =>
    field === 'with' && name !== null ? [[name, text] as const] : [],
  );
  return {
    ...node,
    ...fields,
    ...(node.kind === 'subgraph' && { with: Object.fromEntries(bound) }),
  } as GraphNode;
};

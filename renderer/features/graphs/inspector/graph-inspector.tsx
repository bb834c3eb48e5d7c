import { useEditorState, useShownGraph } from '../editor/editor-context.tsx';
import styles from './inspector.module.css';
import { NodeForm } from './node-form.tsx';

/** What is selected, explained and changed. */
export const GraphInspector = () => {
  const graph = useShownGraph();
  const selection = useEditorState((state) => state.selection);
  const [only] = selection;
  const node = selection.size === 1 ? graph.nodes.find(({ id }) => id === only) : undefined;
  return <div className={styles.panel}>{node !== undefined && <NodeForm key={node.id} node={node} />}</div>;
};

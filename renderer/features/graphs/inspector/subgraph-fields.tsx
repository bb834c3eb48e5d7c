import type { GraphNode } from '../../../../core/graph/index.ts';
import { Button, Field, Select, TextInput } from '../../../ui/index.ts';
import { useEditor, useEditorState } from '../editor/editor-context.tsx';
import styles from './inspector.module.css';
import type { SetField } from './set-node.tsx';

/** Which graph of the file runs here, and what goes into it. */
export const SubgraphFields = ({ node, set }: { readonly node: GraphNode; readonly set: SetField }) => {
  const editor = useEditor();
  const graphs = useEditorState((state) => state.graph.graphs);
  if (node.kind !== 'subgraph') return null;
  const inner = Object.hasOwn(graphs, node.graph) ? graphs[node.graph] : undefined;
  return (
    <div className={styles.group}>
      <Field label="Graph">
        <Select
          value={node.graph}
          options={[
            ...(inner === undefined
              ? [{ value: node.graph, label: node.graph || 'Nothing chosen yet' }]
              : []),
            ...Object.keys(graphs).map((name) => ({ value: name, label: name })),
          ]}
          onChange={(graph) => set('graph', graph)}
        />
      </Field>
      {inner !== undefined && (
        <Button size="small" onClick={() => editor.enter(node.graph)}>
          Open {node.graph}
        </Button>
      )}
      {Object.keys(inner?.inputs ?? {}).map((name) => (
        <Field key={name} label={`Input ${name}`}>
          <TextInput
            value={Object.hasOwn(node.with, name) ? (node.with[name] ?? '') : ''}
            placeholder={inner?.inputs[name] || '{{analysis.output}}'}
            onChange={(event) => set('with', { ...node.with, [name]: event.currentTarget.value }, 'inputs')}
          />
        </Field>
      ))}
    </div>
  );
};

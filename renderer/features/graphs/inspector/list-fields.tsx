import type { GraphNode } from '../../../../core/graph/index.ts';
import { Field, NumberInput, Select } from '../../../ui/index.ts';
import { useEditorState, useShownGraph } from '../editor/editor-context.tsx';
import styles from './inspector.module.css';
import type { SetField } from './set-node.tsx';

/** The list of a map or a reduce, and the body of maps and loops. */
export const ListFields = ({ node, set }: { readonly node: GraphNode; readonly set: SetField }) => {
  const graph = useShownGraph();
  const graphs = useEditorState((state) => state.graph.graphs);
  if (node.kind !== 'map' && node.kind !== 'reduce' && node.kind !== 'loop') return null;
  return (
    <>
      {node.kind !== 'loop' && (
        <Field label="List of">
          <Select
            value={node.over}
            options={[
              { value: '', label: 'Nothing chosen yet' },
              ...(node.over === '' || node.deps.includes(node.over)
                ? []
                : [{ value: node.over, label: node.over }]),
              ...node.deps.map((dep) => ({
                value: dep,
                label: graph.nodes.find(({ id }) => id === dep)?.title ?? dep,
              })),
            ]}
            onChange={(over) => set('over', over, 'list')}
          />
        </Field>
      )}
      {node.kind !== 'reduce' && (
        <Field label="Each time runs">
          <Select
            value={node.graph ?? ''}
            options={[
              { value: '', label: 'the prompt above' },
              ...Object.keys(graphs).map((name) => ({ value: name, label: `the graph ${name}` })),
            ]}
            onChange={(name) => set('graph', name === '' ? null : name, 'body')}
          />
        </Field>
      )}
      {node.kind === 'map' && (
        <div className={styles.pair}>
          <Field label="At once" optional>
            <NumberInput
              value={node.parallel ?? undefined}
              min={1}
              step={1}
              placeholder="as the run allows"
              onChange={(value) => set('parallel', value ?? null)}
            />
          </Field>
          <Field label="Items, at most">
            <NumberInput
              value={node.maxItems}
              min={1}
              step={1}
              onChange={(value) => value !== undefined && set('maxItems', value)}
            />
          </Field>
        </div>
      )}
      {node.kind === 'reduce' && (
        <Field label="Items in one step" optional>
          <NumberInput
            value={node.batch ?? undefined}
            min={2}
            step={1}
            placeholder="all at once"
            onChange={(value) => set('batch', value ?? null)}
          />
        </Field>
      )}
    </>
  );
};

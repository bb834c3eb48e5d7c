import type { GraphNode } from '../../../../core/graph/index.ts';
import { changeNode } from '../../../state/graph/index.ts';
import { Field, TextArea, TextInput } from '../../../ui/index.ts';
import { useEditor } from '../editor/editor-context.tsx';

export const NodeForm = ({ node }: { readonly node: GraphNode }) => {
  const editor = useEditor();
  const set = (field: string, value: unknown) =>
    editor.edit(
      `Change ${field} of ${node.title ?? node.id}`,
      (graph) => changeNode(graph, node.id, (before) => ({ ...before, [field]: value }) as GraphNode),
      { burst: `${node.id} ${field}` },
    );
  return (
    <>
      <Field label="Title">
        <TextInput
          value={node.title ?? ''}
          placeholder={node.id}
          onChange={(event) => set('title', event.currentTarget.value || null)}
        />
      </Field>
      {'prompt' in node && (
        <Field label="Prompt">
          <TextArea
            rows={6}
            value={node.prompt}
            onChange={(event) => set('prompt', event.currentTarget.value)}
          />
        </Field>
      )}
    </>
  );
};

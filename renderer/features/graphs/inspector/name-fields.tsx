import { useEffect, useRef, useState } from 'react';
import type { GraphNode } from '../../../../core/graph/index.ts';
import { renameNode } from '../../../state/graph/index.ts';
import { Field, TextInput } from '../../../ui/index.ts';
import { useEditor, useShownGraph } from '../editor/editor-context.tsx';
import { useUiState } from '../editor/editor-ui.tsx';
import styles from './inspector.module.css';
import { useSetField } from './set-node.tsx';

/** Title and id; the id is changed everywhere it is named, when the field is left. */
export const NameFields = ({ node }: { readonly node: GraphNode }) => {
  const editor = useEditor();
  const set = useSetField(node);
  const graph = useShownGraph();
  const [id, setId] = useState(node.id);
  const title = useRef<HTMLInputElement>(null);
  const focus = useUiState((state) => state.focus);
  useEffect(() => {
    if (focus?.field !== 'title') return;
    title.current?.focus();
    title.current?.select();
  }, [focus]);
  const taken = id !== node.id && graph.nodes.some((other) => other.id === id);
  const commit = () => {
    if (id === node.id || taken || id.trim() === '') {
      setId(node.id);
      return;
    }
    editor.edit(`Rename ${node.id} to ${id}`, (shown) => renameNode(shown, node.id, id), { select: [id] });
  };
  return (
    <div className={styles.pair}>
      <Field label="Title">
        <TextInput
          ref={title}
          value={node.title ?? ''}
          placeholder={node.id}
          onChange={(event) => set('title', event.currentTarget.value || null)}
        />
      </Field>
      <Field label="Id" {...(taken && { error: 'Another node has this id.' })}>
        <TextInput
          value={id}
          onChange={(event) => setId(event.currentTarget.value)}
          onBlur={commit}
          onKeyDown={(event) => event.key === 'Enter' && commit()}
        />
      </Field>
    </div>
  );
};

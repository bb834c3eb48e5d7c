import { useEffect, useRef, useState } from 'react';
import { graphAsText, hasComments } from '../../../state/graph/index.ts';
import { Button, Confirm, YamlEditor } from '../../../ui/index.ts';
import { useEditor, useEditorState } from '../editor/editor-context.tsx';
import styles from './text-view.module.css';

/** A pause in typing of this many milliseconds takes the text over. */
const PAUSE_MS = 250;

/** The file as it would be saved, beside the canvas: both always say the same, and comments stay. */
export const TextView = () => {
  const editor = useEditor();
  const revision = useEditorState((state) => state.revision);
  const fault = useEditorState((state) => state.fault);
  const [text, setText] = useState(() => editor.text());
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const typed = useRef<string | null>(null);

  // What is typed comes back as the graph of the very same text; only edits of the canvas change it here.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the revision says when the text is another
  useEffect(() => {
    if (typed.current === null) setText(editor.text());
  }, [editor, revision]);
  useEffect(
    () => () => {
      clearTimeout(timer.current);
      if (typed.current !== null) editor.setText(typed.current);
    },
    [editor],
  );
  const onChange = (next: string) => {
    setText(next);
    typed.current = next;
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      typed.current = null;
      editor.setText(next);
    }, PAUSE_MS);
  };
  const format = editor.format();
  const other = format === 'yaml' ? 'json' : 'yaml';
  const [asking, setAsking] = useState(false);
  const write = () => onChange(graphAsText(editor.getState().graph, other));
  return (
    <section className={styles.pane} aria-label="Text">
      <div className={styles.head}>
        <span>graph.{format}</span>
        <span className={styles.dim}>{format === 'yaml' ? 'comments are kept' : 'JSON has no comments'}</span>
        <Button
          size="small"
          variant="quiet"
          disabled={fault !== null}
          title={format === 'yaml' ? 'JSON has no comments: they go' : 'The same graph as YAML'}
          onClick={() => (format === 'yaml' && hasComments(text) ? setAsking(true) : write())}
        >
          Write as {other.toUpperCase()}
        </Button>
      </div>
      <Confirm
        open={asking}
        title="Write the graph as JSON?"
        text="JSON has no comments: those of this text are lost, and undo does not bring them back. The graph itself stays as it is, and versions that were saved keep their text."
        confirm="Write as JSON"
        onConfirm={write}
        onClose={() => setAsking(false)}
      />
      <YamlEditor
        label="Graph as text"
        value={text}
        problems={fault === null ? [] : [fault]}
        onChange={onChange}
      />
      {fault !== null && (
        <p className={styles.fault} role="alert">
          Line {fault.line}: {fault.message} The canvas shows the last text that could be read, and is changed
          again when this one can.
        </p>
      )}
    </section>
  );
};

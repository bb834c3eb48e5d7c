import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { createYamlEditor, type YamlEditorHandle } from './create-yaml-editor.tsx';
import { createEchoFilter } from './echo-filter.ts';
import styles from './yaml-editor.module.css';
import type { YamlEditorProps } from './yaml-editor-props.ts';

/** Wraps the editor: React gives it text and problems, and hears of what is typed. */
export const YamlEditorView = ({ label, value, problems, onChange }: YamlEditorProps) => {
  const holder = useRef<HTMLDivElement>(null);
  const editor = useRef<YamlEditorHandle | null>(null);
  const changed = useRef(onChange);
  changed.current = onChange;
  const initial = useRef(value);
  const [echo] = useState(createEchoFilter);

  useLayoutEffect(() => {
    if (holder.current === null) return;
    const handle = createYamlEditor(holder.current, label, initial.current, (text) => {
      echo.told(text);
      changed.current(text);
    });
    editor.current = handle;
    return () => {
      initial.current = handle.text();
      editor.current = null;
      handle.destroy();
    };
  }, [label, echo]);

  useEffect(() => {
    if (!echo.isEcho(value)) editor.current?.setText(value);
  }, [echo, value]);
  useEffect(() => editor.current?.setProblems(problems), [problems]);

  return (
    <div className={styles.frame}>
      <div ref={holder} className={styles.holder} />
      <p className={styles.leave} aria-hidden="true">
        Esc, then Tab leaves the text
      </p>
    </div>
  );
};

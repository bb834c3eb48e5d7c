import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { createTemplateEditor, type TemplateEditorHandle } from './create-template-editor.tsx';
import { createEchoFilter } from './echo-filter.ts';
import type { TemplateEditorProps } from './template-editor-props.ts';

/** Wraps the editor: React gives it the text and hears of what is typed. */
export const TemplateEditorView = (props: TemplateEditorProps) => {
  const { label, value, placeholder } = props;
  const holder = useRef<HTMLDivElement>(null);
  const editor = useRef<TemplateEditorHandle | null>(null);
  const latest = useRef(props);
  latest.current = props;
  const initial = useRef(value);
  const [echo] = useState(createEchoFilter);

  useLayoutEffect(() => {
    if (holder.current === null) return;
    const handle = createTemplateEditor(
      holder.current,
      { label, value: initial.current, ...(placeholder !== undefined && { placeholder }) },
      (text) => {
        echo.told(text);
        latest.current.onChange(text);
      },
      (text, place) => latest.current.completionsAt(text, place),
    );
    editor.current = handle;
    return () => {
      initial.current = handle.text();
      editor.current = null;
      handle.destroy();
    };
  }, [label, placeholder, echo]);

  useEffect(() => {
    if (!echo.isEcho(value)) editor.current?.setText(value);
  }, [echo, value]);

  return <div ref={holder} data-editor={label} />;
};

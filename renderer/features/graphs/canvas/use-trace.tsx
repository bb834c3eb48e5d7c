import { useEffect } from 'react';
import { type Neighbours, reachedFrom } from '../../../state/graph/index.ts';
import { useEditor } from '../editor/editor-context.tsx';
import { useEditorUi } from '../editor/editor-ui.tsx';

/** While Shift is held with one node selected, everything its value comes from is lit. */
export const useTrace = ({ before }: Neighbours): void => {
  const editor = useEditor();
  const ui = useEditorUi();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Shift' || event.repeat || isTyping(event)) return;
      const { selection } = editor.getState();
      if (selection.size !== 1 || ui.getState().mood !== null) return;
      ui.setState({ mood: { kind: 'tracing', nodes: reachedFrom(selection, before) } });
    };
    const stop = () => {
      if (ui.getState().mood?.kind === 'tracing') ui.setState({ mood: null });
    };
    // With another key or a press of the pointer it is something else that is meant.
    const onOther = (event: KeyboardEvent) => event.key !== 'Shift' && stop();
    window.addEventListener('keydown', onKeyDown);
    window.addEventListener('keydown', onOther);
    window.addEventListener('keyup', stop);
    window.addEventListener('blur', stop);
    window.addEventListener('pointerdown', stop);
    return () => {
      window.removeEventListener('keydown', onKeyDown);
      window.removeEventListener('keydown', onOther);
      window.removeEventListener('keyup', stop);
      window.removeEventListener('blur', stop);
      window.removeEventListener('pointerdown', stop);
    };
  }, [editor, ui, before]);
};

const isTyping = (event: KeyboardEvent): boolean => {
  const target = event.composedPath()[0];
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('input, textarea, select, [role="dialog"] *'))
  );
};

import { useEffect } from 'react';
import { traceOf, wiresOf } from '../../../state/graph/index.ts';
import { useEditor } from '../editor/editor-context.tsx';
import { useEditorUi } from '../editor/editor-ui.tsx';
import type { Flow } from './use-flow.tsx';

/** While Shift is held with one node or one wire selected, everything its value comes from is lit, port by port. */
export const useTrace = ({ graph, neighbours }: Pick<Flow, 'graph' | 'neighbours'>): void => {
  const editor = useEditor();
  const ui = useEditorUi();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Shift' || event.repeat || isTyping(event)) return;
      const { selection: nodes, wires } = editor.getState();
      if (nodes.size + wires.size !== 1 || ui.getState().mood !== null) return;
      ui.setState({ mood: { kind: 'tracing', ...traceOf(wiresOf(graph), neighbours, { nodes, wires }) } });
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
  }, [editor, ui, graph, neighbours]);
};

const isTyping = (event: KeyboardEvent): boolean => {
  const target = event.composedPath()[0];
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('input, textarea, select, [role="dialog"] *'))
  );
};

import { useEffect, useMemo } from 'react';
import {
  copyNodes,
  type GraphEditor,
  graphIn,
  pasteNodes,
  placesOfNodes,
  removeNodes,
  withGraphIn,
} from '../../../state/graph/index.ts';
import { useEditor } from './editor-context.tsx';
import { useHint } from './use-hint.tsx';

const ASIDE = { x: 32, y: 32 };
const NOTHING = 'The clipboard holds no nodes. Nothing was changed.';

/** Copy, cut, paste and duplicate; what is copied is plain JSON that any window and any text takes. */
export const useClipboard = () => {
  const editor = useEditor();
  const hint = useHint();
  const doers = useMemo(() => {
    const write = (text: string | undefined) => {
      if (text === undefined) return;
      navigator.clipboard.writeText(text).catch(() => hint('The browser refused the clipboard.'));
    };
    return {
      copy: () => write(copied(editor)),
      cut: () => {
        write(copied(editor));
        cutAway(editor);
      },
      paste: () =>
        void navigator.clipboard.readText().then(
          (text) => putIn(editor, text) || hint(NOTHING),
          () => hint('The browser refused the clipboard. Press Ctrl and V on the canvas instead.'),
        ),
      duplicate: () => {
        const text = copied(editor);
        if (text !== undefined) putIn(editor, text, 'Duplicate');
      },
    };
  }, [editor, hint]);

  // The browser's own events carry the clipboard without asking for permission.
  useEffect(() => {
    const onCopy = (event: ClipboardEvent) => {
      const text = isOnCanvas(event) ? copied(editor) : undefined;
      if (text === undefined) return;
      event.clipboardData?.setData('text/plain', text);
      event.preventDefault();
      if (event.type === 'cut') cutAway(editor);
      else editor.say('Copied');
    };
    const onPaste = (event: ClipboardEvent) => {
      if (!isOnCanvas(event)) return;
      event.preventDefault();
      if (!putIn(editor, event.clipboardData?.getData('text/plain') ?? '')) hint(NOTHING);
    };
    document.addEventListener('copy', onCopy);
    document.addEventListener('cut', onCopy);
    document.addEventListener('paste', onPaste);
    return () => {
      document.removeEventListener('copy', onCopy);
      document.removeEventListener('cut', onCopy);
      document.removeEventListener('paste', onPaste);
    };
  }, [editor, hint]);
  return doers;
};

/** Text fields and marked text keep their own clipboard. */
const isOnCanvas = (event: ClipboardEvent): boolean => {
  const target = event.composedPath()[0];
  if (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('input, textarea, select'))
  )
    return false;
  if (document.querySelector('[role="dialog"]') !== null) return false;
  return event.type === 'paste' || document.getSelection()?.isCollapsed !== false;
};

const copied = (editor: GraphEditor): string | undefined => {
  const { graph, scope, selection, found } = editor.getState();
  const shown = graphIn(graph, scope);
  return copyNodes(graph, shown, selection, placesOfNodes(shown.nodes, found));
};

const cutAway = (editor: GraphEditor): void => {
  const { selection } = editor.getState();
  if (selection.size === 0) return;
  editor.edit(selection.size === 1 ? 'Cut a node' : `Cut ${selection.size} nodes`, (graph) =>
    removeNodes(graph, selection),
  );
};

const putIn = (editor: GraphEditor, text: string, verb = 'Paste'): boolean => {
  const { graph, scope } = editor.getState();
  const pasted = pasteNodes(graph, graphIn(graph, scope), text, ASIDE);
  if (pasted === undefined) return false;
  const label = pasted.ids.length === 1 ? `${verb} a node` : `${verb} ${pasted.ids.length} nodes`;
  editor.edit(label, () => withGraphIn(pasted.file, scope, pasted.shown), {
    whole: true,
    select: pasted.ids,
  });
  return true;
};

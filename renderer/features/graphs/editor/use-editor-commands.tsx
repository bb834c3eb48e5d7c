import { useReactFlow } from '@xyflow/react';
import { useMemo } from 'react';
import { type Command, useCommands } from '../../../state/index.ts';
import { useEditor } from './editor-context.tsx';
import { useEditorUi } from './editor-ui.tsx';
import type { useArrange } from './use-arrange.tsx';
import type { useClipboard } from './use-clipboard.tsx';
import type { useSelectionEdits } from './use-selection-edits.tsx';

interface Doers {
  readonly arrange: ReturnType<typeof useArrange>;
  readonly edits: ReturnType<typeof useSelectionEdits>;
  readonly clipboard: ReturnType<typeof useClipboard>;
  readonly subgraphs: { readonly collapse: () => void; readonly expand: () => void };
}

const GROUP = 'Graph';

/** Everything the editor can do, by name and by key. */
export const useEditorCommands = ({ arrange, edits, clipboard, subgraphs }: Doers): void => {
  const editor = useEditor();
  const ui = useEditorUi();
  const flow = useReactFlow();
  const commands = useMemo((): readonly Command[] => {
    const one = (
      id: string,
      title: string,
      keys: string | undefined,
      run: () => void,
      more: Partial<Command> = {},
    ) => ({ id: `graph-${id}`, title, group: GROUP, ...(keys !== undefined && { keys }), run, ...more });
    const focus = (field: string) => () => ui.setState({ focus: { field } });
    const dialog = (name: 'run' | 'save' | 'versions' | 'history' | 'inputs' | 'connect') => () =>
      ui.setState({ dialog: name });
    const view = (name: 'canvas' | 'list' | 'text') => () => ui.setState({ view: name });
    const run = (runPart: 'all' | 'from' | 'only') => () => ui.setState({ dialog: 'run', runPart });
    return [
      one('run', 'Run graph', 'Mod+Enter', run('all'), { whileTyping: true }),
      one('run-from', 'Run from here', 'Mod+Shift+Enter', run('from'), { whileTyping: true }),
      one('run-only', 'Run only this', undefined, run('only')),
      one('save', 'Save version', 'Mod+S', dialog('save'), { whileTyping: true }),
      one('undo', 'Undo', 'Mod+Z', editor.undo),
      one('redo', 'Redo', 'Mod+Shift+Z', editor.redo),
      one('redo-too', 'Redo', 'Mod+Y', editor.redo),
      one('history', 'History of edits', 'Mod+H', dialog('history')),
      one('versions', 'Versions', undefined, dialog('versions'), { words: 'compare diff' }),
      one('add', 'Add a node', 'Mod+Shift+A', () => ui.setState({ picker: { kind: 'free' } })),
      one('connect', 'Connect to another node', 'c', dialog('connect'), { words: 'wire dependency' }),
      one('delete', 'Delete selection', 'Delete', edits.remove),
      one('delete-too', 'Delete selection', 'Backspace', edits.remove),
      one('rename', 'Rename node', 'F2', focus('title')),
      one('disable', 'Disable or enable', 'd', edits.disable),
      one('breakpoint', 'Breakpoint', 'b', edits.breakpoint),
      one('pin', 'Pin an output', 'p', focus('pinned')),
      // Their keys stay the browser's: only its own events carry the clipboard unasked.
      one('copy', 'Copy', undefined, clipboard.copy, { words: 'ctrl c' }),
      one('cut', 'Cut', undefined, clipboard.cut, { words: 'ctrl x' }),
      one('paste', 'Paste', undefined, clipboard.paste, { words: 'ctrl v' }),
      one('duplicate', 'Duplicate', 'Mod+D', clipboard.duplicate),
      one('select-all', 'Select all', 'Mod+A', edits.selectAll),
      one('arrange', 'Arrange', 'a', () => void arrange.arrange(), { words: 'auto layout' }),
      one('align-left', 'Align left', undefined, () => arrange.align('left')),
      one('align-top', 'Align top', undefined, () => arrange.align('top')),
      one('distribute-x', 'Distribute across', undefined, () => arrange.distribute('x')),
      one('distribute-y', 'Distribute down', undefined, () => arrange.distribute('y')),
      one('collapse', 'Collapse to a subgraph', 'Mod+G', subgraphs.collapse, { words: 'group' }),
      one('expand', 'Expand the subgraph', 'Mod+Shift+G', subgraphs.expand, { words: 'ungroup' }),
      one('fit', 'Fit everything', '1', () => void flow.fitView({ padding: 0.06, maxZoom: 1 })),
      one('whole', 'Zoom to 100 %', '0', () => void flow.zoomTo(1)),
      one('in', 'Zoom in', '+', () => void flow.zoomIn()),
      one('out', 'Zoom out', '-', () => void flow.zoomOut()),
      one('view-canvas', 'View: canvas', 'v c', view('canvas')),
      one('view-list', 'View: list', 'v l', view('list'), { words: 'table accessible' }),
      one('view-text', 'View: YAML', 'v y', view('text'), { words: 'json source' }),
      one('inputs', 'Inputs of the graph', undefined, dialog('inputs')),
    ];
  }, [editor, ui, flow, arrange, edits, clipboard, subgraphs]);
  useCommands(commands);
};

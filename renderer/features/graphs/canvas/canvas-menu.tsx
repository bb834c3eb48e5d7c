import { useReactFlow } from '@xyflow/react';
import { wireEnds } from '../../../state/graph/index.ts';
import { showKeys } from '../../../state/index.ts';
import { MenuAt, MenuItem, MenuSeparator } from '../../../ui/index.ts';
import { useDoers } from '../editor/doers-context.tsx';
import { useEditor, useEditorState, useShownGraph } from '../editor/editor-context.tsx';
import { useEditorUi } from '../editor/editor-ui.tsx';
import type { CanvasMenuState } from './use-canvas-menu.tsx';

interface CanvasMenuProps {
  readonly menu: CanvasMenuState | null;
  readonly onClose: () => void;
  /** Opens what a node holds, or the field that says what it does. */
  readonly onOpenNode: (id: string) => void;
  readonly focusCanvas: () => void;
}

/** The commands that fit what is under the pointer; the same as by key and in the palette. */
export const CanvasMenu = ({ menu, onClose, onOpenNode, focusCanvas }: CanvasMenuProps) => (
  <MenuAt at={menu} label="Canvas" onClose={onClose} onClosed={focusCanvas}>
    {menu?.kind === 'nodes' && <NodeItems onOpen={onOpenNode} />}
    {menu?.kind === 'wire' && <WireItems />}
    {menu?.kind === 'canvas' && <CanvasItems at={menu} />}
  </MenuAt>
);

const keys = (pressed: string) => showKeys(pressed, false);

const NodeItems = ({ onOpen }: { readonly onOpen: (id: string) => void }) => {
  const ui = useEditorUi();
  const { edits, clipboard, subgraphs } = useDoers();
  const selection = useEditorState((state) => state.selection);
  const [first] = selection;
  const isOne = selection.size === 1;
  const { nodes } = useShownGraph();
  const isSubgraph = isOne && nodes.some(({ id, kind }) => id === first && kind === 'subgraph');
  const focus = (field: string) => () => ui.setState({ focus: { field } });
  const run = (runPart: 'from' | 'only') => () => ui.setState({ dialog: 'run', runPart });
  return (
    <>
      {isOne && first !== undefined && (
        <>
          <MenuItem label="Open" keys={keys('Enter')} onSelect={() => onOpen(first)} />
          <MenuItem label="Rename" keys={keys('F2')} onSelect={focus('title')} />
          <MenuItem
            label="Connect to another node"
            keys={keys('c')}
            onSelect={() => ui.setState({ dialog: 'connect' })}
          />
          <MenuSeparator />
        </>
      )}
      <MenuItem label="Run from here" keys={keys('Mod+Shift+Enter')} onSelect={run('from')} />
      <MenuItem label="Run only this" onSelect={run('only')} />
      <MenuSeparator />
      <MenuItem label="Disable or enable" keys={keys('d')} onSelect={edits.disable} />
      <MenuItem label="Breakpoint" keys={keys('b')} onSelect={edits.breakpoint} />
      {isOne && <MenuItem label="Pin an output" keys={keys('p')} onSelect={focus('pinned')} />}
      <MenuSeparator />
      <MenuItem label="Cut" keys={keys('Mod+X')} onSelect={clipboard.cut} />
      <MenuItem label="Copy" keys={keys('Mod+C')} onSelect={clipboard.copy} />
      <MenuItem label="Duplicate" keys={keys('Mod+D')} onSelect={clipboard.duplicate} />
      <MenuSeparator />
      <MenuItem label="Put a frame around" onSelect={edits.frame} />
      <MenuItem label="Collapse to a subgraph" keys={keys('Mod+G')} onSelect={subgraphs.collapse} />
      {isSubgraph && (
        <MenuItem label="Expand the subgraph" keys={keys('Mod+Shift+G')} onSelect={subgraphs.expand} />
      )}
      <MenuSeparator />
      <MenuItem label="Delete" keys={keys('Delete')} danger onSelect={edits.remove} />
    </>
  );
};

const WireItems = () => {
  const editor = useEditor();
  const ui = useEditorUi();
  const { edits } = useDoers();
  return (
    <>
      <MenuItem
        label="Insert a node here"
        onSelect={() => {
          const [wire] = editor.getState().wires;
          if (wire !== undefined) ui.setState({ picker: { kind: 'wire', ...wireEnds(wire) } });
        }}
      />
      <MenuSeparator />
      <MenuItem label="Delete" keys={keys('Delete')} danger onSelect={edits.remove} />
    </>
  );
};

const CanvasItems = ({ at }: { readonly at: { readonly x: number; readonly y: number } }) => {
  const ui = useEditorUi();
  const flow = useReactFlow();
  const { arrange, clipboard, edits } = useDoers();
  return (
    <>
      <MenuItem
        label="Add a node here"
        keys={keys('Tab')}
        onSelect={() => ui.setState({ picker: { kind: 'at', ...flow.screenToFlowPosition(at) } })}
      />
      <MenuItem label="Paste" keys={keys('Mod+V')} onSelect={clipboard.paste} />
      <MenuItem label="Select all" keys={keys('Mod+A')} onSelect={edits.selectAll} />
      <MenuSeparator />
      <MenuItem label="Arrange all" keys={keys('a')} onSelect={() => void arrange.arrange()} />
      <MenuItem
        label="Fit everything"
        keys={keys('1')}
        onSelect={() => void flow.fitView({ padding: 0.06, maxZoom: 1 })}
      />
    </>
  );
};

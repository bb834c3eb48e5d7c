import {
  AlignHorizontalDistributeCenter,
  AlignStartVertical,
  ChevronDown,
  Download,
  History,
  LayoutGrid,
  List,
  Network,
  Play,
  Redo2,
  Save,
  Undo2,
} from 'lucide-react';
import { graphAsText } from '../../../state/graph/index.ts';
import { showKeys } from '../../../state/index.ts';
import {
  Button,
  IconButton,
  JoinedButtons,
  Menu,
  MenuItem,
  MenuSeparator,
  Segmented,
  saveText,
} from '../../../ui/index.ts';
import { useDoers } from './doers-context.tsx';
import styles from './editor.module.css';
import { useEditor, useEditorState } from './editor-context.tsx';
import { type EditorView, useEditorUi, useUiState } from './editor-ui.tsx';

/** Undo, placing, views, saving and running, in the title bar. */
export const EditorActions = () => {
  const editor = useEditor();
  const ui = useEditorUi();
  const view = useUiState((state) => state.view);
  const { steps, done } = useEditorState((state) => state.history);
  const selected = useEditorState((state) => state.selection.size);
  return (
    <>
      <span className={styles.pairOfButtons}>
        <IconButton
          label={done === 0 ? 'Nothing to undo' : `Undo: ${steps[done - 1]?.label ?? ''}`}
          keys={showKeys('Mod+Z', false)}
          disabled={done === 0}
          icon={<Undo2 size={16} aria-hidden="true" />}
          onClick={editor.undo}
        />
        <IconButton
          label={done === steps.length ? 'Nothing to do again' : `Redo: ${steps[done]?.label ?? ''}`}
          keys={showKeys('Mod+Shift+Z', false)}
          disabled={done === steps.length}
          icon={<Redo2 size={16} aria-hidden="true" />}
          onClick={editor.redo}
        />
      </span>
      <ArrangeMenu />
      <span className={styles.views}>
        <Segmented
          label="View"
          value={view}
          options={[
            { value: 'canvas', label: 'Canvas', icon: <Network size={14} aria-hidden="true" /> },
            { value: 'list', label: 'List', icon: <List size={14} aria-hidden="true" /> },
            { value: 'text', label: 'YAML' },
          ]}
          onChange={(next) => ui.setState({ view: next as EditorView })}
        />
      </span>
      <MoreMenu />
      <JoinedButtons>
        <Button
          variant="primary"
          icon={<Play size={13} aria-hidden="true" />}
          onClick={() => ui.setState({ dialog: 'run', runPart: 'all' })}
        >
          Run
        </Button>
        <Menu
          trigger={
            <Button variant="primary" aria-label="More ways to run">
              <ChevronDown size={14} aria-hidden="true" />
            </Button>
          }
        >
          <MenuItem
            label="Run all"
            keys={showKeys('Mod+Enter', false)}
            onSelect={() => ui.setState({ dialog: 'run', runPart: 'all' })}
          />
          <MenuItem
            label="Run from here"
            note={selected === 0 ? 'select where to begin' : 'what comes before is taken from the last run'}
            keys={showKeys('Mod+Shift+Enter', false)}
            disabled={selected === 0}
            onSelect={() => ui.setState({ dialog: 'run', runPart: 'from' })}
          />
          <MenuItem
            label="Run only this"
            note={selected === 0 ? 'select what to run' : 'what it needs is taken from the last run'}
            disabled={selected === 0}
            onSelect={() => ui.setState({ dialog: 'run', runPart: 'only' })}
          />
        </Menu>
      </JoinedButtons>
    </>
  );
};

const ArrangeMenu = () => {
  const { arrange, edits } = useDoers();
  const selected = useEditorState((state) => state.selection.size);
  const arranging = useUiState((state) => state.arranging);
  if (arranging !== null) {
    return (
      <Button onClick={arrange.cancel} aria-label="Cancel the arranging">
        Arranging, cancel
      </Button>
    );
  }
  return (
    <Menu
      trigger={
        <Button variant="quiet">
          Arrange
          <ChevronDown size={14} aria-hidden="true" />
        </Button>
      }
    >
      <MenuItem
        label="Arrange all"
        keys="A"
        icon={<LayoutGrid size={14} aria-hidden="true" />}
        onSelect={() => void arrange.arrange()}
      />
      <MenuSeparator />
      {(['left', 'centre', 'right', 'top', 'middle', 'bottom'] as const).map((how) => (
        <MenuItem
          key={how}
          label={`Align ${how}`}
          icon={<AlignStartVertical size={14} aria-hidden="true" />}
          disabled={selected < 2}
          onSelect={() => arrange.align(how)}
        />
      ))}
      <MenuItem
        label="Distribute across"
        icon={<AlignHorizontalDistributeCenter size={14} aria-hidden="true" />}
        disabled={selected < 3}
        onSelect={() => arrange.distribute('x')}
      />
      <MenuItem label="Distribute down" disabled={selected < 3} onSelect={() => arrange.distribute('y')} />
      <MenuSeparator />
      <MenuItem label="Put a frame around" disabled={selected === 0} onSelect={edits.frame} />
    </Menu>
  );
};

const MoreMenu = () => {
  const editor = useEditor();
  const ui = useEditorUi();
  const { subgraphs } = useDoers();
  const selected = useEditorState((state) => state.selection.size);
  const exportAs = (format: 'yaml' | 'json') => {
    const { graph, name } = editor.getState();
    const same = editor.format() === format;
    const type = format === 'json' ? 'application/json' : 'application/yaml';
    saveText(`${name || 'graph'}.${format}`, type, same ? editor.text() : graphAsText(graph, format));
  };
  return (
    <JoinedButtons>
      <Button
        icon={<Save size={14} aria-hidden="true" />}
        onClick={() => ui.setState({ dialog: 'save' })}
        title="Save version"
      >
        Save
      </Button>
      <Menu
        trigger={
          <Button aria-label="Versions, export and subgraphs">
            <ChevronDown size={14} aria-hidden="true" />
          </Button>
        }
      >
        <MenuItem
          label="Save version"
          keys={showKeys('Mod+S', false)}
          onSelect={() => ui.setState({ dialog: 'save' })}
        />
        <MenuItem
          label="Versions"
          icon={<History size={14} aria-hidden="true" />}
          onSelect={() => ui.setState({ dialog: 'versions' })}
        />
        <MenuSeparator />
        <MenuItem
          label="Export as YAML"
          icon={<Download size={14} aria-hidden="true" />}
          onSelect={() => exportAs('yaml')}
        />
        <MenuItem
          label="Export as JSON"
          icon={<Download size={14} aria-hidden="true" />}
          onSelect={() => exportAs('json')}
        />
        <MenuSeparator />
        <MenuItem
          label="Collapse to a subgraph"
          keys={showKeys('Mod+G', false)}
          disabled={selected === 0}
          onSelect={subgraphs.collapse}
        />
        <MenuItem
          label="Expand the subgraph"
          keys={showKeys('Mod+Shift+G', false)}
          disabled={selected !== 1}
          onSelect={subgraphs.expand}
        />
      </Menu>
    </JoinedButtons>
  );
};

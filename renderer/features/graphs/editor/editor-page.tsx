import { useReactFlow } from '@xyflow/react';
import { useCallback, useEffect, useMemo, useRef } from 'react';
import type { GraphProblem } from '../../../../core/graph/index.ts';
import { placesOfNodes } from '../../../state/graph/index.ts';
import { hrefOf } from '../../../state/index.ts';
import { Page } from '../../../ui/index.ts';
import { GraphCanvas } from '../canvas/graph-canvas.tsx';
import { ConflictDialog } from '../dialogs/conflict-dialog.tsx';
import { ConnectDialog } from '../dialogs/connect-dialog.tsx';
import { RunDialog } from '../dialogs/run-dialog.tsx';
import { SaveDialog } from '../dialogs/save-dialog.tsx';
import { GraphInspector } from '../inspector/graph-inspector.tsx';
import { NodeList } from '../list-view/node-list.tsx';
import { TextView } from '../text-view/text-view.tsx';
import { VersionsDialog } from '../versions/versions-dialog.tsx';
import { DoersProvider } from './doers-context.tsx';
import styles from './editor.module.css';
import { EditorActions } from './editor-actions.tsx';
import { EditorChips } from './editor-chips.tsx';
import { useEditor, useEditorState } from './editor-context.tsx';
import { useFocusGivenUp, useUiState } from './editor-ui.tsx';
import { EmptyCanvas } from './empty-canvas.tsx';
import { NodePicker } from './node-picker.tsx';
import { Palette } from './palette.tsx';
import { ProblemPanel } from './problem-panel.tsx';
import { RecoveredBar } from './recovered-bar.tsx';
import { ScopeCrumbs } from './scope-crumbs.tsx';
import type { StoredGraph } from './stored-graph.ts';
import { useArrange } from './use-arrange.tsx';
import { useClipboard } from './use-clipboard.tsx';
import { useEditorCommands } from './use-editor-commands.tsx';
import { ProblemsProvider, useCheckedGraph } from './use-problems.tsx';
import { useSaving } from './use-saving.tsx';
import { useSelectionEdits } from './use-selection-edits.tsx';
import { useSubgraphs } from './use-subgraphs.tsx';

const parents = [{ label: 'Graphs', href: hrefOf({ screen: 'graphs' }) }];

interface EditorPageProps {
  readonly id: string;
  readonly stored: StoredGraph;
  readonly recovered: boolean;
}

/** Palette, canvas, problems and inspector of one graph. */
export const EditorPage = ({ id, stored, recovered }: EditorPageProps) => {
  const name = useEditorState((state) => state.name);
  const said = useEditorState((state) => state.said);
  const view = useUiState((state) => state.view);
  const saving = useSaving({ id, version: stored.graph?.version ?? 0, draft: stored.draft });
  const problems = useCheckedGraph();
  const arrange = useArrange();
  const edits = useSelectionEdits();
  const clipboard = useClipboard();
  const subgraphs = useSubgraphs();
  const doers = useMemo(
    () => ({ arrange, edits, clipboard, subgraphs }),
    [arrange, edits, clipboard, subgraphs],
  );
  useEditorCommands(doers);
  useFocusGivenUp();
  const { settle } = arrange;
  useEffect(() => {
    const abort = new AbortController();
    void settle(abort.signal);
    return () => abort.abort();
  }, [settle]);
  const show = useShowProblem();
  return (
    <ProblemsProvider value={problems}>
      <DoersProvider value={doers}>
        <Page
          title={name || 'Untitled'}
          parents={parents}
          chips={<EditorChips saving={saving} />}
          actions={<EditorActions />}
          inspector={<GraphInspector />}
        >
          {recovered && <RecoveredBar id={id} stored={stored} />}
          <div className={styles.work}>
            {view === 'canvas' && <Palette />}
            <div className={styles.middle}>
              {view === 'list' ? (
                <NodeList />
              ) : (
                <div className={styles.split}>
                  <GraphCanvas>
                    <ScopeCrumbs />
                    <EmptyCanvas />
                  </GraphCanvas>
                  {view === 'text' && <TextView />}
                </div>
              )}
              <ProblemPanel onShow={show} />
            </div>
          </div>
          <div className="visually-hidden" role="status">
            {said.sentence}
          </div>
          <NodePicker />
          <ConnectDialog />
          <SaveDialog saving={saving} />
          <ConflictDialog saving={saving} />
          <VersionsDialog id={id} saving={saving} />
          <RunDialog id={id} saving={saving} />
        </Page>
      </DoersProvider>
    </ProblemsProvider>
  );
};

/** Brings the node of a problem into view and selects it. */
const useShowProblem = () => {
  const editor = useEditor();
  const flow = useReactFlow();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  return useCallback(
    ({ node: id }: GraphProblem) => {
      if (id === null) return;
      const { graph, found } = editor.getState();
      const holder = [null, ...Object.keys(graph.graphs)].find((name) =>
        (name === null ? graph : graph.graphs[name])?.nodes.some((node) => node.id === id),
      );
      if (holder === undefined) return;
      editor.leaveTo(0);
      if (holder !== null) editor.enter(holder);
      editor.select([id]);
      const shown = holder === null ? graph : graph.graphs[holder];
      const place = shown === undefined ? undefined : placesOfNodes(shown.nodes, found).get(id);
      clearTimeout(timer.current);
      if (place !== undefined) {
        timer.current = setTimeout(() => void flow.setCenter(place.x + 120, place.y + 52, { zoom: 1 }), 50);
      }
    },
    [editor, flow],
  );
};

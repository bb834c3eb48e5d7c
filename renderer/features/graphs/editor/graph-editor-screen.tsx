import { ReactFlowProvider } from '@xyflow/react';
import { useCallback, useState } from 'react';
import type { AgentVersion } from '../../../../core/contract/index.ts';
import { createGraphEditor } from '../../../state/graph/index.ts';
import { explainError, hrefOf, useCore, useResource } from '../../../state/index.ts';
import { Button, Page, Problem, Skeleton } from '../../../ui/index.ts';
import styles from '../graphs.module.css';
import { AgentsProvider } from './agents-context.tsx';
import { EditorProvider } from './editor-context.tsx';
import { EditorPage } from './editor-page.tsx';
import { createEditorUi, EditorUiProvider } from './editor-ui.tsx';
import type { StoredGraph } from './stored-graph.ts';
import { journalOf } from './use-saving.tsx';

interface Opening extends StoredGraph {
  readonly agents: readonly AgentVersion[];
}

const parents = [{ label: 'Graphs', href: hrefOf({ screen: 'graphs' }) }];

/** One stored graph, opened for editing; a broken one too. */
export const GraphEditorScreen = ({ id }: { readonly id: string }) => {
  const core = useCore();
  const [stored, reload] = useResource(
    useCallback(
      async (signal: AbortSignal): Promise<Opening> => {
        const [graph, agents] = await Promise.all([
          core['graphs.get']({ id }, { signal }),
          core['agents.list']({}, { signal }),
        ]);
        return { ...graph, agents: agents.items };
      },
      [core, id],
    ),
  );
  if (stored.kind === 'ready') return <Opened key={id} id={id} stored={stored.value} />;
  return (
    <Page title="Graph" parents={parents}>
      {stored.kind === 'loading' ? (
        <Skeleton lines={8} />
      ) : (
        <div className={styles.problem}>
          <Problem {...explainError(stored.error)} actions={<Button onClick={reload}>Try again</Button>} />
        </div>
      )}
    </Page>
  );
};

const Opened = ({ id, stored }: { readonly id: string; readonly stored: Opening }) => {
  const [opened] = useState(() => {
    const { graph, draft } = stored;
    const journal = journalOf(id);
    const kept = journal ?? draft;
    const start = graph ?? kept ?? { name: 'Untitled', text: '' };
    const editor = createGraphEditor(start.name, start.text, Date.now);
    const recovered = kept !== undefined && kept !== null && kept.text !== start.text ? kept : null;
    if (recovered !== null) editor.load(recovered.name, recovered.text);
    return { editor, ui: createEditorUi(), recovered };
  });
  return (
    <EditorProvider value={opened.editor}>
      <EditorUiProvider value={opened.ui}>
        <AgentsProvider value={stored.agents}>
          <ReactFlowProvider>
            <EditorPage id={id} stored={stored} recovered={opened.recovered !== null} />
          </ReactFlowProvider>
        </AgentsProvider>
      </EditorUiProvider>
    </EditorProvider>
  );
};

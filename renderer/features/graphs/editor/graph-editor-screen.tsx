import { useCallback, useState } from 'react';
import type { GraphDraft, GraphVersion } from '../../../../core/contract/index.ts';
import { createGraphEditor } from '../../../state/graph/index.ts';
import { explainError, hrefOf, useCore, useResource } from '../../../state/index.ts';
import { Button, Page, Problem, Skeleton } from '../../../ui/index.ts';
import styles from '../graphs.module.css';
import { EditorProvider } from './editor-context.tsx';
import { EditorPage } from './editor-page.tsx';

export interface StoredGraph {
  /** Null where nothing but a draft is there. */
  readonly graph: GraphVersion | null;
  readonly versions: readonly Omit<GraphVersion, 'text'>[];
  readonly draft: GraphDraft | null;
}

const parents = [{ label: 'Graphs', href: hrefOf({ screen: 'graphs' }) }];

/** One stored graph, opened for editing; a broken one too. */
export const GraphEditorScreen = ({ id }: { readonly id: string }) => {
  const core = useCore();
  const [stored, reload] = useResource(
    useCallback((signal: AbortSignal) => core['graphs.get']({ id }, { signal }), [core, id]),
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

const Opened = ({ id, stored }: { readonly id: string; readonly stored: StoredGraph }) => {
  const [editor] = useState(() => createGraphEditor(textOf(stored).name, textOf(stored).text, Date.now));
  return (
    <EditorProvider value={editor}>
      <EditorPage id={id} stored={stored} />
    </EditorProvider>
  );
};

const textOf = ({ graph, draft }: StoredGraph) => graph ?? draft ?? { name: '', text: '' };

import { useEffect, useState } from 'react';
import { Tabs } from '../../../ui/index.ts';
import { useEditorState, useShownGraph } from '../editor/editor-context.tsx';
import { useUiState } from '../editor/editor-ui.tsx';
import { GraphForm } from './graph-form.tsx';
import { HistoryList } from './history-list.tsx';
import styles from './inspector.module.css';
import { NodeForm } from './node-form.tsx';
import { SelectionForm } from './selection-form.tsx';

/** What is selected, explained and changed. */
export const GraphInspector = () => {
  const [tab, setTab] = useState('node');
  const dialog = useUiState((state) => state.dialog);
  useEffect(() => {
    if (dialog === 'history') setTab('history');
    if (dialog === 'inputs') setTab('graph');
  }, [dialog]);
  return (
    <>
      <h2 className="visually-hidden">About this graph</h2>
      <Tabs
        label="Inspector"
        value={tab}
        onChange={setTab}
        tabs={[
          { id: 'node', label: 'Node', content: <NodePanel /> },
          {
            id: 'graph',
            label: 'Graph',
            content: (
              <div className={styles.panel}>
                <GraphForm />
              </div>
            ),
          },
          {
            id: 'history',
            label: 'History',
            content: (
              <div className={styles.panel}>
                <HistoryList />
              </div>
            ),
          },
        ]}
      />
    </>
  );
};

const NodePanel = () => {
  const graph = useShownGraph();
  const selection = useEditorState((state) => state.selection);
  const [only] = selection;
  const node = selection.size === 1 ? graph.nodes.find(({ id }) => id === only) : undefined;
  return (
    <div className={styles.panel}>
      {node !== undefined && <NodeForm key={node.id} node={node} />}
      {node === undefined && selection.size > 1 && <SelectionForm />}
      {node === undefined && selection.size < 2 && (
        <p className={styles.nothing}>
          Select a node to see and change it here. Tab adds one; drop a wire on an empty place to add one
          behind it.
        </p>
      )}
    </div>
  );
};

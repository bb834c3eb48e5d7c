import { X } from 'lucide-react';
import type { GraphNode } from '../../../../core/graph/index.ts';
import { connect, disconnect, kindWords, waysOf } from '../../../state/graph/index.ts';
import { Button, Select } from '../../../ui/index.ts';
import { useEditor, useShownGraph } from '../editor/editor-context.tsx';
import { useEditorUi } from '../editor/editor-ui.tsx';
import styles from './inspector.module.css';

/** What a node waits for; each leads to its node. */
export const SourceFields = ({ node }: { readonly node: GraphNode }) => {
  const editor = useEditor();
  const ui = useEditorUi();
  const graph = useShownGraph();
  return (
    <div className={styles.set}>
      {node.deps.length === 0 && <p className={styles.nothing}>It waits for nothing and runs at once.</p>}
      <ul className={styles.sources}>
        {node.deps.map((dep) => {
          const from = graph.nodes.find(({ id }) => id === dep);
          const Icon = kindWords[from?.kind ?? 'task'].icon;
          const ways = from === undefined ? [] : waysOf(from);
          const name = from?.title ?? dep;
          return (
            <li key={dep} className={styles.source}>
              <button type="button" className={styles.sourceName} onClick={() => editor.select([dep])}>
                <Icon size={14} aria-hidden="true" />
                {name}
                {from === undefined && <span className={styles.remedy}>is not there</span>}
              </button>
              {ways.length > 0 && (
                <Select
                  aria-label={`Way of ${name}`}
                  value={Object.hasOwn(node.ports, dep) ? (node.ports[dep] ?? '') : ''}
                  options={[
                    { value: '', label: 'either way' },
                    ...ways.map((way) => ({ value: way, label: way })),
                  ]}
                  onChange={(way) =>
                    editor.edit(`Change the way of ${name}`, (shown) =>
                      connect(shown, dep, node.id, way === '' ? null : way),
                    )
                  }
                />
              )}
              <Button
                size="small"
                variant="quiet"
                aria-label={`Disconnect ${name}`}
                onClick={() =>
                  editor.edit(`Disconnect ${name}`, (shown) =>
                    disconnect(shown, [{ from: dep, to: node.id }]),
                  )
                }
              >
                <X size={12} aria-hidden="true" />
              </Button>
            </li>
          );
        })}
      </ul>
      <Button size="small" onClick={() => ui.setState({ dialog: 'connect' })}>
        Connect
      </Button>
    </div>
  );
};

import { useMemo } from 'react';
import type { GraphNode } from '../../../../core/graph/index.ts';
import { cardWords, kindWords, neighboursOf } from '../../../state/graph/index.ts';
import { classNames, EmptyState, StateMark } from '../../../ui/index.ts';
import { useEditor, useEditorState, useShownGraph } from '../editor/editor-context.tsx';
import { useProblems } from '../editor/use-problems.tsx';
import styles from './node-list.module.css';

/** The same graph as a table: every node with what stands before and behind it. */
export const NodeList = () => {
  const editor = useEditor();
  const graph = useShownGraph();
  const selection = useEditorState((state) => state.selection);
  const problems = useProblems();
  const { before, behind } = useMemo(() => neighboursOf(graph), [graph]);
  const titles = useMemo(() => new Map(graph.nodes.map((node) => [node.id, cardWords(node).title])), [graph]);
  if (graph.nodes.length === 0) {
    return (
      <EmptyState
        title="No nodes yet"
        text="A node is one step: a prompt for an agent, a question, a person's yes. Add the first one by Ctrl, Shift and A."
      />
    );
  }
  const namesOf = (ids: readonly string[] = []) => ids.map((id) => titles.get(id) ?? id).join(', ');
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section className={styles.scroll} aria-label="List of nodes" tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            {['Node', 'Kind', 'Agent', 'After', 'Before', 'Problems', 'Prompt'].map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {graph.nodes.map((node) => {
            const words = cardWords(node);
            return (
              <tr key={node.id} className={classNames(selection.has(node.id) && styles.selected)}>
                <th scope="row">
                  <SelectButton node={node} title={words.title} onSelect={() => editor.select([node.id])} />
                </th>
                <td>{words.kind}</td>
                <td>{words.agent ?? '–'}</td>
                <td>{namesOf(before.get(node.id)) || '–'}</td>
                <td>{namesOf(behind.get(node.id)) || '–'}</td>
                <td>
                  <Count problems={problems.filter((problem) => problem.node === node.id)} />
                </td>
                <td className={styles.prompt}>{words.text}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
};

interface SelectButtonProps {
  readonly node: GraphNode;
  readonly title: string;
  readonly onSelect: () => void;
}

const SelectButton = ({ node, title, onSelect }: SelectButtonProps) => {
  const Icon = kindWords[node.kind].icon;
  return (
    <button type="button" className={styles.name} onClick={onSelect} onFocus={onSelect}>
      <Icon size={14} aria-hidden="true" />
      <span className={styles.title} dir="auto" title={title}>
        {title}
      </span>
      {node.disabled && <span className={styles.dim}>disabled</span>}
    </button>
  );
};

const Count = ({ problems }: { readonly problems: readonly { readonly severity: string }[] }) => {
  if (problems.length === 0) return '–';
  const bad = problems.some(({ severity }) => severity === 'error');
  return (
    <span className={styles.count}>
      <StateMark mark={bad ? 'failed' : 'flagged'} size={12} />
      {problems.length}
    </span>
  );
};

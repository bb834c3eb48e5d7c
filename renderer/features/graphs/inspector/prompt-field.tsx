import { useCallback, useEffect, useRef } from 'react';
import type { GraphNode, GraphProblem } from '../../../../core/graph/index.ts';
import { templateCompletions } from '../../../state/graph/index.ts';
import { TemplateEditor } from '../../../ui/index.ts';
import { useShownGraph } from '../editor/editor-context.tsx';
import { useUiState } from '../editor/editor-ui.tsx';
import styles from './inspector.module.css';
import { problemOf } from './node-problems.tsx';
import type { SetField } from './set-node.tsx';

interface PromptFieldProps {
  readonly node: GraphNode;
  readonly set: SetField;
  readonly problems: readonly GraphProblem[];
}

const labels: Partial<Record<GraphNode['kind'], string>> = {
  session: 'Topic',
  delegate: 'Goal',
  approval: 'What is asked',
};

/** The prompt, with outputs of other nodes offered behind two braces. */
export const PromptField = ({ node, set, problems }: PromptFieldProps) => {
  const graph = useShownGraph();
  const box = useRef<HTMLDivElement>(null);
  const focus = useUiState((state) => state.focus);
  const completionsAt = useCallback(
    (text: string, place: number) => templateCompletions(graph, node.id, text, place),
    [graph, node.id],
  );
  useEffect(() => {
    if (focus?.field !== 'prompt') return;
    // The editor comes a moment later when it is the first one.
    const timer = setTimeout(() => focusEditor(box.current), 60);
    return () => clearTimeout(timer);
  }, [focus]);
  if (!('prompt' in node) || ('graph' in node && node.graph !== null)) return null;
  const label = labels[node.kind] ?? 'Prompt';
  const { error } = problemOf(problems, ['invalid-template', 'unbound-variable']);
  return (
    <div ref={box} className={styles.prompt}>
      <span className={styles.promptLabel}>
        {label}
        <span className={styles.promptHint}>{'{{ for outputs'}</span>
      </span>
      <TemplateEditor
        label={label}
        value={node.prompt}
        placeholder="What is to be done?"
        invalid={error !== undefined}
        completionsAt={completionsAt}
        onChange={(prompt) => set('prompt', prompt)}
      />
      {error !== undefined && <p className={styles.error}>{error}</p>}
    </div>
  );
};

const focusEditor = (box: HTMLElement | null): void => {
  const holder = box?.querySelector('[data-editor]');
  holder?.shadowRoot?.querySelector<HTMLElement>('.cm-content')?.focus();
};

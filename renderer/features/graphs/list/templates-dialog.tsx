import { useCallback } from 'react';
import { explainError, useCore, useResource } from '../../../state/index.ts';
import { Dialog, Problem, plural, Skeleton } from '../../../ui/index.ts';
import styles from './graphs-list.module.css';
import { useNewGraph } from './use-new-graph.tsx';

interface TemplatesDialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
}

/** Graphs to begin with. */
export const TemplatesDialog = ({ open, onClose }: TemplatesDialogProps) => (
  <Dialog
    open={open}
    onClose={onClose}
    wide
    title="Begin with a template"
    description="A template becomes a graph of your own; change whatever you like."
  >
    <Templates />
  </Dialog>
);

const Templates = () => {
  const core = useCore();
  const make = useNewGraph();
  const [templates] = useResource(
    useCallback(
      async (signal: AbortSignal) => (await core['graphs.templates']({}, { signal })).items,
      [core],
    ),
  );
  if (templates.kind === 'loading') return <Skeleton lines={6} />;
  if (templates.kind === 'failed') return <Problem {...explainError(templates.error)} />;
  return (
    <ul className={styles.templates}>
      {templates.value.map((template) => (
        <li key={template.id}>
          <button
            type="button"
            className={styles.template}
            onClick={() => void make.open(template.name, template.text)}
          >
            <span className={styles.templateName}>
              {template.name}
              <span className={styles.templateNodes}>{plural(template.nodes, 'node')}</span>
            </span>
            <span className={styles.templateSays}>{template.says}</span>
          </button>
        </li>
      ))}
      {templates.value.length === 0 && <li className={styles.none}>No templates came with this version.</li>}
    </ul>
  );
};

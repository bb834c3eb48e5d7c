import { Plus, Trash2, X } from 'lucide-react';
import { useStore } from 'zustand';
import type { Graph, GraphNode } from '../../../../../core/graph/index.ts';
import { agentOf, type GraphEditor, neighboursOf, reachedFrom } from '../../../../state/graph/index.ts';
import { Button, Field, Select, TextArea, TextInput } from '../../../../ui/index.ts';
import { useSession } from '../../session-context.tsx';
import styles from './plan.module.css';
import type { PlanEdits } from './plan-edits.ts';

interface PlanNodeProps {
  readonly editor: GraphEditor;
  readonly edits: PlanEdits;
}

/** The selected step of a plan as fields: what it is called, who does it, what is to do, what it waits for. */
export const PlanNode = ({ editor, edits }: PlanNodeProps) => {
  const graph = useStore(editor, (state) => state.graph);
  const selection = useStore(editor, (state) => state.selection);
  const { view } = useSession();
  const cast = view.participants.map(({ name }) => name);
  const [id] = selection;
  const node = graph.nodes.find((one) => one.id === id);
  return (
    <section className={styles.step} aria-label="Step">
      {node === undefined ? (
        <p className={styles.nothing}>Select a step to change it, or draw a wire from one to another.</p>
      ) : (
        <StepFields key={node.id} graph={graph} node={node} cast={cast} edits={edits} />
      )}
      <div className={styles.stepActions}>
        <Button
          size="small"
          icon={<Plus size={12} aria-hidden="true" />}
          onClick={() => edits.add(cast[0] ?? '')}
        >
          {node === undefined ? 'Add a step' : 'Add a step behind it'}
        </Button>
        {node !== undefined && (
          <Button
            size="small"
            variant="quiet"
            icon={<Trash2 size={12} aria-hidden="true" />}
            onClick={edits.remove}
          >
            Delete
          </Button>
        )}
      </div>
    </section>
  );
};

interface StepFieldsProps {
  readonly graph: Graph;
  readonly node: GraphNode;
  readonly cast: readonly string[];
  readonly edits: PlanEdits;
}

const StepFields = ({ graph, node, cast, edits }: StepFieldsProps) => {
  const agent = agentOf(node);
  return (
    <>
      <Field label="Title">
        <TextInput
          value={node.title ?? ''}
          placeholder={node.id}
          onChange={(event) => edits.set(node.id, 'title', event.currentTarget.value)}
        />
      </Field>
      {'agent' in node && (
        <Field label="Agent">
          <Select
            value={agent ?? ''}
            options={[...new Set([...(agent === null ? [] : [agent]), ...cast])].map((name) => ({
              value: name,
              label: name,
            }))}
            onChange={(name) => edits.set(node.id, 'agent', name)}
          />
        </Field>
      )}
      {'prompt' in node && (
        <Field label="Prompt">
          <TextArea
            rows={5}
            value={node.prompt}
            onChange={(event) => edits.set(node.id, 'prompt', event.currentTarget.value)}
          />
        </Field>
      )}
      <Waits graph={graph} node={node} edits={edits} />
    </>
  );
};

/** What it waits for; whatever waits for it cannot be chosen. */
const Waits = ({ graph, node, edits }: Omit<StepFieldsProps, 'cast'>) => {
  const behind = reachedFrom([node.id], neighboursOf(graph).behind);
  const titleOf = (id: string): string => graph.nodes.find((one) => one.id === id)?.title ?? id;
  const others = graph.nodes.filter(({ id }) => !behind.has(id) && !node.deps.includes(id));
  return (
    <div className={styles.waits}>
      <Field label="Waits for">
        <Select
          value=""
          options={[
            { value: '', label: others.length === 0 ? 'nothing more to wait for' : 'Choose a step' },
            ...others.map(({ id }) => ({ value: id, label: titleOf(id) })),
          ]}
          onChange={(from) => from !== '' && edits.wire(from, node.id)}
        />
      </Field>
      <ul className={styles.sources}>
        {node.deps.map((dep) => (
          <li key={dep}>
            {titleOf(dep)}
            <Button
              size="small"
              variant="quiet"
              aria-label={`Do not wait for ${titleOf(dep)}`}
              onClick={() => edits.unwire(dep, node.id)}
            >
              <X size={12} aria-hidden="true" />
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
};

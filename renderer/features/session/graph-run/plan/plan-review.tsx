import { Redo2, Undo2 } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useStore } from 'zustand';
import type { NodeRun } from '../../../../../core/contract/index.ts';
import { createGraphEditor } from '../../../../state/graph/index.ts';
import { explainError } from '../../../../state/index.ts';
import {
  Button,
  Dialog,
  Field,
  IconButton,
  Problem,
  plural,
  Segmented,
  StateWord,
  TextInput,
  YamlEditor,
} from '../../../../ui/index.ts';
import { useGraphActions } from '../controls/use-graph-actions.tsx';
import styles from './plan.module.css';
import { PlanCanvas } from './plan-canvas.tsx';
import { planEdits } from './plan-edits.ts';
import { PlanNode } from './plan-node.tsx';
import { planText } from './plan-text.ts';
import { proposedPlan } from './proposed-plan.ts';
import { type PlanCheck, usePlanCheck } from './use-plan-check.tsx';

interface PlanReviewProps {
  readonly node: NodeRun;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** The graph that a planner proposes: to look at, to correct, to run or to send back. */
export const PlanReview = ({ node, open, onClose }: PlanReviewProps) => (
  <Dialog open={open} onClose={onClose} title={`Plan for ${node.title}`} huge>
    {open && <Review key={node.asks} node={node} onClose={onClose} />}
  </Dialog>
);

const Review = ({ node, onClose }: Omit<PlanReviewProps, 'open'>) => {
  const { answer } = useGraphActions();
  const proposed = useMemo(() => proposedPlan(node.asks) ?? { nodes: [] }, [node.asks]);
  const written = useMemo(() => planText(proposed), [proposed]);
  const [editor] = useState(() => createGraphEditor('plan', written, Date.now));
  const [edits] = useState(() => planEdits(editor));
  const [refused, setRefused] = useState<string | null>(null);
  const { steps, done } = useStore(editor, (state) => state.history);
  const revision = useStore(editor, (state) => state.revision);
  const said = useStore(editor, (state) => state.said);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the revision says when the text is another
  const text = useMemo(() => editor.text(), [editor, revision]);
  const [view, setView] = useState<'graph' | 'text'>('graph');
  const [note, setNote] = useState('');
  const [sending, setSending] = useState(false);
  const check = usePlanCheck(text);
  const isChanged = text !== written;
  // What runs is what was checked, never the text of a moment before.
  const checked = check.kind === 'checked' && check.text === text ? check.check : null;
  const send = async (approved: boolean) => {
    setSending(true);
    const graph = approved && isChanged ? checked?.graph : null;
    const sent = await answer(node.id, { approved, note: note.trim(), ...(graph != null && { graph }) });
    setSending(false);
    if (sent !== undefined) onClose();
  };
  return (
    <div className={styles.review}>
      <div className={styles.head}>
        <Segmented
          label="Show the plan as"
          value={view}
          options={[
            { value: 'graph', label: 'Graph' },
            { value: 'text', label: 'Text' },
          ]}
          onChange={(value) => setView(value === 'text' ? 'text' : 'graph')}
        />
        <span className={styles.undo}>
          <CheckWord check={check} changed={isChanged} />
          <IconButton
            label={done === 0 ? 'Nothing to undo' : `Undo: ${steps[done - 1]?.label ?? ''}`}
            disabled={done === 0}
            icon={<Undo2 size={16} aria-hidden="true" />}
            onClick={editor.undo}
          />
          <IconButton
            label={done === steps.length ? 'Nothing to do again' : `Redo: ${steps[done]?.label ?? ''}`}
            disabled={done === steps.length}
            icon={<Redo2 size={16} aria-hidden="true" />}
            onClick={editor.redo}
          />
        </span>
      </div>
      <div className={styles.body}>
        {view === 'graph' ? (
          <div className={styles.pair}>
            <PlanCanvas editor={editor} edits={edits} onRefused={setRefused} />
            <PlanNode editor={editor} edits={edits} />
          </div>
        ) : (
          <YamlEditor
            label="The plan as YAML"
            value={text}
            problems={problemsOf(check)}
            onChange={(next) => editor.setText(next)}
          />
        )}
      </div>
      {refused !== null && (
        <p className={styles.nothing} role="alert">
          {refused}
        </p>
      )}
      <p className="visually-hidden" role="status">
        {said.sentence}
      </p>
      <Problems check={check} />
      <Field label="Note">
        <TextInput
          value={note}
          placeholder="What the planner should know when it is sent back"
          onChange={(event) => setNote(event.currentTarget.value)}
        />
      </Field>
      <div className={styles.answers}>
        <Button variant="primary" disabled={sending || checked?.ok !== true} onClick={() => void send(true)}>
          {isChanged ? 'Run the corrected plan' : 'Run this plan'}
        </Button>
        <Button variant="danger" disabled={sending} onClick={() => void send(false)}>
          Reject
        </Button>
        {isChanged && (
          <Button variant="quiet" onClick={() => editor.setText(written, 'As it was proposed')}>
            As it was proposed
          </Button>
        )}
      </div>
    </div>
  );
};

const CheckWord = ({ check, changed }: { readonly check: PlanCheck; readonly changed: boolean }) => {
  if (check.kind === 'checking') return <StateWord mark="running" word="is checked" />;
  if (check.kind === 'failed') return <StateWord mark="flagged" word="could not be checked" />;
  const { ok, graph, problems } = check.check;
  const nodes = Array.isArray(graph?.['nodes']) ? graph['nodes'].length : 0;
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  return (
    <StateWord
      mark={ok ? 'done' : 'failed'}
      word={ok ? `${plural(nodes, 'node')}${changed ? ', corrected' : ''}` : plural(errors, 'problem')}
    />
  );
};

const problemsOf = (check: PlanCheck) =>
  check.kind === 'checked'
    ? check.check.problems.flatMap(({ where, message }) =>
        where?.line === undefined ? [] : [{ line: where.line, column: where.column ?? 1, message }],
      )
    : [];

const MOST_PROBLEMS = 4;

const Problems = ({ check }: { readonly check: PlanCheck }) => {
  if (check.kind === 'failed') return <Problem {...explainError(check.error)} />;
  if (check.kind === 'checking' || check.check.ok) return null;
  const errors = check.check.problems.filter(({ severity }) => severity === 'error');
  return (
    <Problem
      title={`${plural(errors.length, 'problem')} to solve before it can run`}
      details={errors
        .slice(0, MOST_PROBLEMS)
        .map(({ node, message, remedy }) => `${node === null ? '' : `${node}: `}${message} ${remedy}`)}
    />
  );
};

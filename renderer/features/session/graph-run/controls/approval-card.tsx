import { Check, X } from 'lucide-react';
import { useState } from 'react';
import type { NodeRun } from '../../../../../core/contract/index.ts';
import { Button, Field, Markdown, Section, TextArea, TextInput } from '../../../../ui/index.ts';
import { useGraphRun } from '../graph-run-context.tsx';
import { PlanReview } from '../plan/plan-review.tsx';
import { isPlan } from '../plan/proposed-plan.ts';
import styles from './controls.module.css';
import { useGraphActions } from './use-graph-actions.tsx';

/** A person's turn: what is asked, and the ways to answer. */
export const ApprovalCard = ({ node }: { readonly node: NodeRun }) =>
  isPlan(node) ? <PlanQuestion node={node} /> : <ApprovalQuestion node={node} />;

const PlanQuestion = ({ node }: { readonly node: NodeRun }) => {
  const { tree } = useGraphRun();
  const isFirst = (tree.sums.get(node.id)?.nodes ?? 0) <= 1;
  const [open, setOpen] = useState(false);
  return (
    <Section title="Waits for you">
      <div className={styles.card}>
        <p>
          {isFirst
            ? 'A planner has drawn a graph for this node.'
            : 'The planner proposes how to go on from what there is.'}{' '}
          Nothing of it runs before you say so.
        </p>
        <div className={styles.answers}>
          <Button variant="primary" onClick={() => setOpen(true)}>
            Review the plan
          </Button>
        </div>
      </div>
      <PlanReview node={node} open={open} onClose={() => setOpen(false)} />
    </Section>
  );
};

const ApprovalQuestion = ({ node }: { readonly node: NodeRun }) => {
  const { answer } = useGraphActions();
  const asked = node.asks ?? '';
  const [edited, setEdited] = useState<string | null>(null);
  const [note, setNote] = useState('');
  const [sending, setSending] = useState(false);
  const send = async (approved: boolean) => {
    setSending(true);
    const isChanged = approved && edited !== null && edited !== asked;
    await answer(node.id, { approved, note: note.trim(), ...(isChanged && { output: edited }) });
    setSending(false);
  };
  return (
    <Section title="Waits for you">
      <form
        className={styles.card}
        aria-label={`Answer ${node.title}`}
        onSubmit={(event) => {
          event.preventDefault();
          void send(true);
        }}
      >
        {edited === null ? (
          <div className={styles.asked}>
            <Markdown compact text={asked} />
          </div>
        ) : (
          <Field label="Handed on instead">
            <TextArea rows={8} value={edited} onChange={(event) => setEdited(event.currentTarget.value)} />
          </Field>
        )}
        <Field label="Note">
          <TextInput
            value={note}
            placeholder="Kept with the answer"
            onChange={(event) => setNote(event.currentTarget.value)}
          />
        </Field>
        <div className={styles.answers}>
          <Button
            type="submit"
            variant="primary"
            disabled={sending}
            icon={<Check size={13} aria-hidden="true" />}
          >
            {edited !== null && edited !== asked ? 'Approve the edit' : 'Approve'}
          </Button>
          <Button
            variant="danger"
            disabled={sending}
            icon={<X size={13} aria-hidden="true" />}
            onClick={() => void send(false)}
          >
            Reject
          </Button>
          <Button
            variant="quiet"
            disabled={sending}
            onClick={() => setEdited(edited === null ? asked : null)}
          >
            {edited === null ? 'Edit' : 'As it was'}
          </Button>
        </div>
      </form>
    </Section>
  );
};

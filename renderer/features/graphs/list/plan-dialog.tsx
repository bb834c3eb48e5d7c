import { useEffect, useId, useRef, useState } from 'react';
import { explainError, isAbort, useCore, useWorkspace } from '../../../state/index.ts';
import {
  Button,
  Dialog,
  Field,
  NumberInput,
  Problem,
  StateMark,
  TextArea,
  TextInput,
} from '../../../ui/index.ts';
import styles from './graphs-list.module.css';
import { useNewGraph } from './use-new-graph.tsx';

interface PlanDialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
}

/** A planner divides a goal; what it draws is opened for editing and runs only when it is told to. */
export const PlanDialog = ({ open, onClose }: PlanDialogProps) => (
  <Dialog
    open={open}
    onClose={onClose}
    title="Plan from a goal"
    description="A planner divides the goal into tasks. You see and change the graph before anything of it runs."
  >
    <PlanForm onClose={onClose} />
  </Dialog>
);

const PlanForm = ({ onClose }: { readonly onClose: () => void }) => {
  const core = useCore();
  const make = useNewGraph();
  const models = useWorkspace((state) => state.models);
  const [goal, setGoal] = useState('');
  const [most, setMost] = useState<number | undefined>(12);
  const [model, setModel] = useState('');
  const [asking, setAsking] = useState<AbortController | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const list = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.focus(), []);

  const plan = async () => {
    const abort = new AbortController();
    setAsking(abort);
    setFailure(null);
    try {
      const planned = await core['tasks.plan'](
        { goal, max_nodes: most ?? 12, ...(model !== '' && { model }) },
        { signal: abort.signal },
      );
      if (abort.signal.aborted) return;
      onClose();
      await make.planned(goal, planned.graph);
    } catch (error) {
      if (!abort.signal.aborted && !isAbort(error)) setFailure(error);
    } finally {
      setAsking(null);
    }
  };
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (goal.trim() !== '' && asking === null) void plan();
      }}
    >
      <Field label="Goal">
        <TextArea
          ref={field}
          rows={4}
          value={goal}
          placeholder="What is to be there in the end?"
          onChange={(event) => setGoal(event.currentTarget.value)}
        />
      </Field>
      <div className={styles.pair}>
        <Field label="Nodes, at most">
          <NumberInput value={most} min={1} max={200} step={1} onChange={setMost} />
        </Field>
        <Field label="Model" optional>
          <TextInput
            list={list}
            value={model}
            placeholder="the planner's own chain"
            onChange={(event) => setModel(event.currentTarget.value)}
          />
        </Field>
        <datalist id={list}>
          {models.map(({ name }) => (
            <option key={name} value={name} />
          ))}
        </datalist>
      </div>
      {failure !== null && <Problem {...explainError(failure)} />}
      <div className={styles.foot}>
        {asking !== null && (
          <>
            <span className={styles.asking} role="status">
              <StateMark mark="running" size={12} />
              The planner is at work
            </span>
            <Button onClick={() => asking.abort()}>Cancel</Button>
          </>
        )}
        <Button type="submit" variant="primary" disabled={goal.trim() === '' || asking !== null}>
          Draw the plan
        </Button>
      </div>
    </form>
  );
};

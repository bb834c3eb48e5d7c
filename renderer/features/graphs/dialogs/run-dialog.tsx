import { useId, useMemo, useState } from 'react';
import { graphAsData } from '../../../../core/graph/index.ts';
import { cardWords, isDrawnOnly } from '../../../state/graph/index.ts';
import { goTo, useAct, useCore, useForecast, useWorkspace } from '../../../state/index.ts';
import {
  Button,
  Dialog,
  Field,
  formatMoneyRange,
  NumberInput,
  Problem,
  plural,
  Segmented,
  Select,
  TextArea,
  TextInput,
} from '../../../ui/index.ts';
import { useEditor, useEditorState } from '../editor/editor-context.tsx';
import { useEditorUi, useUiState } from '../editor/editor-ui.tsx';
import { useProblems } from '../editor/use-problems.tsx';
import type { Saving } from '../editor/use-saving.tsx';
import styles from './dialogs.module.css';
import { useLastRun } from './use-last-run.tsx';

interface RunDialogProps {
  readonly id: string;
  readonly saving: Saving;
}

/** What a run asks for: inputs, a model, how much at once and for how much. */
export const RunDialog = ({ id, saving }: RunDialogProps) => {
  const ui = useEditorUi();
  const open = useUiState((state) => state.dialog === 'run');
  return (
    <Dialog open={open} onClose={() => ui.setState({ dialog: null })} title="Run graph" wide>
      <RunForm id={id} saving={saving} />
    </Dialog>
  );
};

const RunForm = ({ id, saving }: RunDialogProps) => {
  const core = useCore();
  const act = useAct();
  const editor = useEditor();
  const ui = useEditorUi();
  const part = useUiState((state) => state.runPart);
  const graph = useEditorState((state) => state.graph);
  const fault = useEditorState((state) => state.fault);
  const selection = useEditorState((state) => state.selection);
  const problems = useProblems();
  const errors = problems.filter(({ severity }) => severity === 'error');
  const models = useWorkspace((state) => state.models);
  const modelList = useId();
  const lastRun = useLastRun(id);
  const [inputs, setInputs] = useState<Readonly<Record<string, string>>>(graph.inputs);
  const [model, setModel] = useState('');
  const [parallel, setParallel] = useState<number | undefined>(undefined);
  const [usd, setUsd] = useState<number | undefined>(undefined);
  const [onFailure, setOnFailure] = useState('stop');
  const [approve, setApprove] = useState('ask');
  const [reuse, setReuse] = useState(part !== 'all');
  const [starting, setStarting] = useState(false);
  const data = useMemo(() => graphAsData(graph), [graph]);
  const blocked = errors.length > 0 || fault !== null;
  const specification = useMemo(
    () => (blocked ? null : { mode: 'workflow', graph: data, inputs, ...(model !== '' && { model }) }),
    [blocked, data, inputs, model],
  );
  const forecast = useForecast(specification);
  const chosen = graph.nodes.filter((node) => selection.has(node.id) && !isDrawnOnly(node.kind));
  const names = chosen.map((node) => cardWords(node).title).join(', ');
  const needed = part !== 'all' && chosen.length === 0;
  const missing = Object.keys(graph.inputs).filter((name) => (inputs[name] ?? '').trim() === '');

  const start = async () => {
    setStarting(true);
    const session = await act(async () => {
      const unchanged = !saving.changed && saving.base > 0;
      return core['tasks.execute']({
        ...(unchanged ? { graph_id: id, version: saving.base } : { text: editor.text(), graph_id: id }),
        inputs,
        ...(model !== '' && { model }),
        ...(parallel !== undefined && { parallel }),
        ...(usd !== undefined && { budget: { usd } }),
        on_failure: onFailure === 'continue' ? 'continue' : 'stop',
        approve: approve === 'auto' ? 'auto' : 'ask',
        ...(part === 'from' && { from: chosen.map((node) => node.id) }),
        ...(part === 'only' && { only: chosen.map((node) => node.id) }),
        ...(reuse && lastRun !== null && { reuse: lastRun }),
      });
    });
    setStarting(false);
    if (session === undefined) return;
    ui.setState({ dialog: null });
    goTo({ screen: 'session', id: session.id, taskId: null });
  };

  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (!blocked && !needed && !starting) void start();
      }}
    >
      {blocked && (
        <Problem
          title={
            fault === null
              ? `${plural(errors.length, 'error')} keep this graph from running`
              : 'The text of this graph cannot be read'
          }
          details={[
            fault?.message ?? `${errors[0]?.message ?? ''} ${errors[0]?.remedy ?? ''}`,
            'Your edits are kept. The list below the canvas leads to each of them.',
          ]}
        />
      )}
      <div className={styles.row}>
        <Segmented
          label="What runs"
          value={part}
          options={[
            { value: 'all', label: 'Everything' },
            { value: 'from', label: 'From here' },
            { value: 'only', label: 'Only this' },
          ]}
          onChange={(next) => {
            ui.setState({ runPart: next as typeof part });
            setReuse(next !== 'all');
          }}
        />
      </div>
      {part !== 'all' && (
        <p className={styles.says}>
          {needed
            ? 'Select the nodes on the canvas first.'
            : part === 'from'
              ? `Begins at ${names}. What comes before is taken from the last run or from pinned outputs.`
              : `Runs ${names} alone. What it needs is taken from the last run or from pinned outputs.`}
        </p>
      )}
      {Object.keys(graph.inputs).map((name) => (
        <Field key={name} label={`Input ${name}`}>
          <TextArea
            rows={2}
            value={inputs[name] ?? ''}
            onChange={(event) => {
              const { value } = event.currentTarget;
              setInputs((before) => ({ ...before, [name]: value }));
            }}
          />
        </Field>
      ))}
      <div className={styles.pair}>
        <Field label="Model for everybody" optional hint="Left out, each agent's own chain answers.">
          <TextInput
            list={modelList}
            value={model}
            placeholder="agents' own chains"
            onChange={(event) => setModel(event.currentTarget.value)}
          />
        </Field>
        <datalist id={modelList}>
          {models.map((one) => (
            <option key={one.name} value={one.name} />
          ))}
        </datalist>
        <Field label="Nodes at once" optional>
          <NumberInput value={parallel} min={1} step={1} placeholder="8" onChange={setParallel} />
        </Field>
        <Field label="US dollars in all" optional>
          <NumberInput value={usd} min={0} step="any" placeholder="no cap" onChange={setUsd} />
        </Field>
        <Field label="When a node fails for good">
          <Select
            value={onFailure}
            options={[
              { value: 'stop', label: 'Start nothing further' },
              { value: 'continue', label: 'Go on with what does not need it' },
            ]}
            onChange={setOnFailure}
          />
        </Field>
        {graph.nodes.some(({ kind }) => kind === 'delegate') && (
          <Field label="Plans made during the run">
            <Select
              value={approve}
              options={[
                { value: 'ask', label: 'Ask me before they run' },
                { value: 'auto', label: 'Run without asking' },
              ]}
              onChange={setApprove}
            />
          </Field>
        )}
      </div>
      {lastRun !== null && (
        <label className={styles.check}>
          <input
            type="checkbox"
            checked={reuse}
            onChange={(event) => setReuse(event.currentTarget.checked)}
          />
          Take outputs of unchanged nodes from the last run; they are marked as cached
        </label>
      )}
      <div className={styles.foot}>
        <p className={styles.forecast} role="status">
          {missing.length > 0
            ? `Empty: ${missing.join(', ')}.`
            : forecast.kind === 'known'
              ? `Forecast: ${formatMoneyRange(forecast.forecast.usd.low, forecast.forecast.usd.high)}, at most ${plural(forecast.forecast.calls.high, 'call')}`
              : ''}
        </p>
        <Button type="submit" variant="primary" disabled={blocked || needed || starting}>
          {part === 'all' ? 'Run graph' : part === 'from' ? 'Run from here' : 'Run only this'}
        </Button>
      </div>
    </form>
  );
};

import { ChevronDown, Play } from 'lucide-react';
import { useCallback, useMemo, useRef, useState } from 'react';
import type { Mode } from '../../../core/contract/index.ts';
import {
  type Command,
  explainError,
  goTo,
  hrefOf,
  type SpecificationStart,
  showKeys,
  startVerb,
  useAct,
  useCommands,
  useCore,
  useForecast,
  useResource,
} from '../../state/index.ts';
import {
  Button,
  Chip,
  Menu,
  MenuItem,
  MenuSeparator,
  Page,
  Problem,
  StateMark,
  YamlEditor,
} from '../../ui/index.ts';
import { ForecastChip } from './forecast-chip.tsx';
import { textAt } from './form-values.ts';
import styles from './new-session.module.css';
import { ProblemList } from './problem-list.tsx';
import { SpecificationForm } from './specification-form.tsx';
import { BLANK_SPECIFICATION, readSpecification } from './specification-text.ts';
import { useCheck, useDraft } from './use-draft.tsx';

const parents = [{ label: 'Sessions', href: hrefOf({ screen: 'sessions' }) }];
const modes: readonly string[] = ['single', 'debate', 'brainstorm', 'consensus', 'delegation', 'workflow'];

/** Form and text beside each other; the text is what runs, and both always say the same. */
export const NewSessionScreen = ({ start }: { readonly start: SpecificationStart }) => {
  const core = useCore();
  const act = useAct();
  const draft = useDraft(start);
  const checked = useCheck(draft.text);
  const [starting, setStarting] = useState(false);
  const data = useMemo(() => readSpecification(draft.text), [draft.text]);
  const mode = textAt(data ?? {}, 'mode');
  const verb = modes.includes(mode) ? startVerb(mode as Mode) : 'Run session';
  const settled = checked.text === draft.text;
  // What does not pass the check has no forecast; the one before stays while the check is on its way.
  const runnable = useRef<typeof data>(undefined);
  if (settled) runnable.current = checked.ok ? data : undefined;
  const forecast = useForecast(runnable.current ?? null);

  const run = useCallback(async () => {
    setStarting(true);
    const created = await act(async () => {
      // Checked again: what runs is the text as it is now, not as it was when the typing rested.
      const { ok, problems, value } = await core['specifications.check']({ text: draft.text });
      if (!ok) throw new Error(problems[0]?.message ?? 'The specification cannot run as it is.');
      return core['sessions.create'](value as Record<string, unknown>);
    });
    setStarting(false);
    if (created !== undefined) goTo({ screen: 'session', id: created.id, taskId: null });
  }, [act, core, draft.text]);

  useCommands(
    useMemo(
      (): readonly Command[] => [
        {
          id: 'start-session',
          title: verb,
          group: 'New session',
          keys: 'Mod+Enter',
          whileTyping: true,
          enabled: !starting,
          run: () => void run(),
        },
        {
          id: 'blank-session',
          title: 'Begin from a blank page',
          group: 'New session',
          run: () => draft.setText(BLANK_SPECIFICATION),
        },
      ],
      [verb, starting, run, draft.setText],
    ),
  );

  return (
    <Page
      title="New session"
      parents={parents}
      chips={<CheckState settled={settled} ok={checked.ok} count={checked.problems.length} />}
      actions={
        <>
          <ForecastChip state={forecast} />
          <SampleMenu onBlank={() => draft.setText(BLANK_SPECIFICATION)} />
          <Button
            variant="primary"
            icon={<Play size={13} aria-hidden="true" />}
            keys={showKeys('Mod+Enter', false)}
            disabled={starting || (settled && !checked.ok)}
            onClick={() => void run()}
          >
            {verb}
          </Button>
        </>
      }
    >
      <div className={styles.panes}>
        <section className={styles.form} aria-label="Form">
          {draft.start.kind === 'failed' && <Problem {...explainError(draft.start.error)} />}
          {checked.error !== null && <Problem {...explainError(checked.error)} />}
          {data === undefined ? (
            <Problem
              tone="warn"
              title="The text cannot be read as YAML at the moment"
              details={['The form comes back as soon as it can. Nothing of the text is lost.']}
            />
          ) : (
            <SpecificationForm
              data={data}
              text={draft.text}
              problems={checked.problems}
              forecast={forecast}
              onText={draft.setText}
            />
          )}
        </section>
        <section className={styles.source} aria-label="YAML">
          <div className={styles.sourceHead}>
            <span>specification.yaml</span>
            <span className={styles.dim}>comments are kept</span>
          </div>
          <YamlEditor
            label="Specification as YAML"
            value={draft.text}
            problems={checked.problems.map(({ message, where }) => ({
              line: where.line ?? 1,
              column: where.column ?? 1,
              message,
            }))}
            onChange={draft.setText}
          />
          <ProblemList problems={checked.problems} />
        </section>
      </div>
    </Page>
  );
};

const CheckState = ({ settled, ok, count }: { settled: boolean; ok: boolean; count: number }) => (
  <span role="status">
    <Chip tone={settled && !ok ? 'bad' : 'plain'}>
      <StateMark mark={!settled ? 'running' : ok ? 'done' : 'failed'} size={12} />
      {!settled ? 'checking' : ok ? 'ready to run' : count === 1 ? '1 problem' : `${count} problems`}
    </Chip>
  </span>
);

const SampleMenu = ({ onBlank }: { readonly onBlank: () => void }) => {
  const core = useCore();
  const [samples] = useResource(
    useCallback(
      async (signal: AbortSignal) => (await core['specifications.samples']({}, { signal })).items,
      [core],
    ),
  );
  return (
    <Menu
      trigger={
        <Button>
          Start from
          <ChevronDown size={14} aria-hidden="true" />
        </Button>
      }
    >
      <MenuItem label="A blank page" onSelect={onBlank} />
      <MenuSeparator />
      {samples.kind === 'ready' &&
        samples.value.map((sample) => (
          <MenuItem
            key={sample.file}
            label={sample.name}
            note={sample.mode}
            onSelect={() => goTo({ screen: 'new-session', start: { kind: 'sample', file: sample.file } })}
          />
        ))}
    </Menu>
  );
};

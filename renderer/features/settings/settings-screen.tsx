import { Monitor, Moon, Sun } from 'lucide-react';
import { useCallback, useEffect, useState } from 'react';
import {
  explainError,
  useAct,
  useCore,
  useResource,
  useWorkspace,
  useWorkspaceStore,
} from '../../state/index.ts';
import {
  Button,
  CopyButton,
  Field,
  formatBytes,
  type Mark,
  NumberInput,
  Page,
  PageColumn,
  Problem,
  Segmented,
  Select,
  Skeleton,
  StateMark,
} from '../../ui/index.ts';
import { Budgets } from './budgets.tsx';
import { Providers } from './providers/providers.tsx';
import styles from './settings.module.css';
import { Block, useChange } from './settings-block.tsx';

interface SettingsScreenProps {
  /** The part that the address names; it is brought into view. */
  readonly section: string | undefined;
}

export const SettingsScreen = ({ section }: SettingsScreenProps) => {
  const settings = useWorkspace((state) => state.settings);
  const ready = settings !== null;
  useEffect(() => {
    if (ready && section !== undefined) document.getElementById(`settings-${section}`)?.scrollIntoView();
  }, [ready, section]);
  return (
    <Page title="Settings">
      <PageColumn>
        {settings === null ? (
          <Skeleton lines={6} />
        ) : (
          <div className={styles.sections}>
            <Appearance theme={settings.theme} />
            <DefaultModel model={settings.default_model} />
            <Providers />
            <Budgets key={JSON.stringify(settings.budgets)} budgets={settings.budgets} />
            <StubSpeed key={`${settings.stub.latency_ms} ${settings.stub.tokens_per_s}`} {...settings.stub} />
            <DataFolder />
            <Health />
          </div>
        )}
      </PageColumn>
    </Page>
  );
};

const Appearance = ({ theme }: { readonly theme: 'dark' | 'light' | 'system' }) => {
  const change = useChange();
  return (
    <Block title="Theme" says="The same on every window of this data folder.">
      <Segmented
        label="Theme"
        value={theme}
        options={[
          { value: 'system', label: 'System', icon: <Monitor size={14} aria-hidden="true" /> },
          { value: 'dark', label: 'Dark', icon: <Moon size={14} aria-hidden="true" /> },
          { value: 'light', label: 'Light', icon: <Sun size={14} aria-hidden="true" /> },
        ]}
        onChange={(value) => change({ theme: value === 'dark' || value === 'light' ? value : 'system' })}
      />
    </Block>
  );
};

const DefaultModel = ({ model }: { readonly model: string }) => {
  const workspace = useWorkspaceStore();
  const act = useAct();
  const change = useChange();
  const models = useWorkspace((state) => state.models);
  const offer = models.find(({ name }) => name === model);
  const known = models.some(({ name }) => name === model);
  return (
    <Block
      title="Default model"
      says="Answers for every agent whose chain says “default”. Nothing switches it but you."
    >
      <div className={styles.inline}>
        <div className={styles.wide}>
          <Field
            label="Model"
            hint={offer?.note ?? 'Not offered at the moment; sessions that need it may fail.'}
          >
            <Select
              value={model}
              options={[
                ...(known ? [] : [{ value: model, label: model }]),
                ...models.map(({ name, stub }) => ({
                  value: name,
                  label: stub ? `${name} (offline stub)` : name,
                })),
              ]}
              onChange={(value) => change({ default_model: value }, `Default model is now ${value}`)}
            />
          </Field>
        </div>
      </div>
      <div>
        <Button
          size="small"
          onClick={() => void act(() => workspace.reloadModels(), 'Models looked for again')}
        >
          Look for models again
        </Button>
      </div>
    </Block>
  );
};

const StubSpeed = ({
  latency_ms: latency,
  tokens_per_s: speed,
}: {
  latency_ms: number;
  tokens_per_s: number;
}) => {
  const change = useChange();
  const [wait, setWait] = useState<number | undefined>(latency);
  const [rate, setRate] = useState<number | undefined>(speed);
  const changed = wait !== latency || rate !== speed;
  const valid = wait !== undefined && wait >= 0 && rate !== undefined && rate >= 0;
  return (
    <Block
      title="Offline stub"
      says="How fast the built-in models answer. Slow enough to read, or as fast as the machine."
    >
      <form
        className={styles.inline}
        onSubmit={(event) => {
          event.preventDefault();
          if (valid) change({ stub: { latency_ms: wait, tokens_per_s: rate } }, 'Stub speed saved');
        }}
      >
        <Field label="Wait before the first token, ms">
          <NumberInput value={wait} min={0} max={600000} step={10} onChange={setWait} />
        </Field>
        <Field label="Tokens a second" hint="0: as fast as the machine">
          <NumberInput value={rate} min={0} max={1000000} step={1} onChange={setRate} />
        </Field>
        <Button type="submit" disabled={!changed || !valid} className={styles.save}>
          Save speed
        </Button>
      </form>
    </Block>
  );
};

const DataFolder = () => {
  const system = useWorkspace((state) => state.system);
  if (system === null) return null;
  return (
    <Block
      title="Data folder"
      says="Everything is in this folder: sessions, agents, settings. Nothing leaves it unasked."
    >
      <div className={styles.folder}>
        <code className={styles.path}>{system.data_folder}</code>
        <CopyButton text={system.data_folder} label="Copy path" />
      </div>
      <dl className={styles.facts}>
        <div>
          <dt>Events</dt>
          <dd>{system.event_count.toLocaleString('en-US')}</dd>
        </div>
        <div>
          <dt>Database</dt>
          <dd title={`${system.database_bytes.toLocaleString('en-US')} bytes`}>
            {formatBytes(system.database_bytes)}
          </dd>
        </div>
        <div>
          <dt>AgentNet</dt>
          <dd>{system.version}</dd>
        </div>
        <div>
          <dt>Node</dt>
          <dd>{system.node}</dd>
        </div>
        <div>
          <dt>Host</dt>
          <dd>{system.host}</dd>
        </div>
      </dl>
      {system.host_reason !== null && <p className={styles.says}>{system.host_reason}</p>}
    </Block>
  );
};

const marks: Record<'ok' | 'missing' | 'failed', Mark> = { ok: 'done', missing: 'waiting', failed: 'failed' };
const words: Record<'ok' | 'missing' | 'failed', string> = {
  ok: 'works',
  missing: 'not there',
  failed: 'fails',
};

const Health = () => {
  const core = useCore();
  const [checks, reload] = useResource(
    useCallback(async (signal: AbortSignal) => (await core['system.doctor']({}, { signal })).checks, [core]),
  );
  return (
    <Block title="Health" says="What works on this machine, and how to mend what does not.">
      {checks.kind === 'loading' && <Skeleton lines={5} label="Checking" />}
      {checks.kind === 'failed' && <Problem {...explainError(checks.error)} />}
      {checks.kind === 'ready' && (
        <ul className={styles.checks}>
          {checks.value.map((check) => (
            <li key={check.name} className={styles.check}>
              <StateMark mark={marks[check.state]} />
              <span className={styles.checkName}>{check.name}</span>
              <span className={styles.checkWord}>{words[check.state]}</span>
              <span className={styles.checkDetail}>
                {check.detail}
                {check.remedy !== null && <span className={styles.remedy}>{check.remedy}</span>}
              </span>
            </li>
          ))}
        </ul>
      )}
      <div>
        <Button size="small" onClick={reload}>
          Check again
        </Button>
      </div>
    </Block>
  );
};

import { useCallback, useEffect, useState } from 'react';
import type { BudgetState, Settings } from '../../../core/contract/index.ts';
import { explainError, hrefOf, useCore, useCostNews, useResource } from '../../state/index.ts';
import {
  askForDesktopNotices,
  Button,
  CapMeter,
  desktopNotices,
  Field,
  NumberInput,
  Problem,
  TextInput,
} from '../../ui/index.ts';
import { type BudgetForm, budgetChange, budgetFormOf, budgetProblems } from './budget-form.ts';
import { RuleFields } from './rule-fields.tsx';
import { ruleProblems } from './rules-form.ts';
import styles from './settings.module.css';
import { Block, useChange } from './settings-block.tsx';

/** Caps over all sessions of this data folder, how far each is used, and when to be told. */
export const Budgets = ({ budgets }: { readonly budgets: Settings['budgets'] }) => {
  const change = useChange();
  const states = useBudgetStates(budgets);
  const [form, setForm] = useState(() => budgetFormOf(budgets));
  const problems = budgetProblems(form);
  const changed = JSON.stringify(form) !== JSON.stringify(budgetFormOf(budgets));
  const valid = Object.keys(problems).length === 0;
  const put = (part: Partial<BudgetForm>) => setForm({ ...form, ...part });
  const found = states.kind === 'ready' ? states.value : [];
  return (
    <Block
      title="Budgets"
      says="Caps over all sessions together, in every window and process. A call that does not fit never starts; local models are never stopped by money. Seconds are the time that sessions run, pauses left out, added up."
    >
      <form
        className={styles.budgets}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (changed && valid) change(budgetChange(form), 'Budgets saved');
        }}
      >
        {states.kind === 'failed' && <Problem {...explainError(states.error)} />}
        <fieldset className={styles.budget}>
          <legend>A day</legend>
          <div className={styles.caps}>
            <Amount
              label="US dollars a day"
              value={form.dayUsd}
              error={problems.dayUsd}
              onChange={(dayUsd) => put({ dayUsd })}
            />
            <Amount
              label="Tokens a day"
              value={form.dayTokens}
              error={problems.dayTokens}
              whole
              onChange={(dayTokens) => put({ dayTokens })}
            />
            <Amount
              label="Seconds a day"
              value={form.daySeconds}
              error={problems.daySeconds}
              onChange={(daySeconds) => put({ daySeconds })}
            />
          </div>
          <States states={found.filter(({ scope }) => scope === 'day')} />
        </fieldset>
        <fieldset className={styles.budget}>
          <legend>Each project</legend>
          <p className={styles.says}>
            A session names its project under “metadata”; without one it belongs to “default”.
          </p>
          <div className={styles.caps}>
            <Amount
              label="US dollars a project"
              value={form.projectUsd}
              error={problems.projectUsd}
              onChange={(projectUsd) => put({ projectUsd })}
            />
            <Amount
              label="Tokens a project"
              value={form.projectTokens}
              error={problems.projectTokens}
              whole
              onChange={(projectTokens) => put({ projectTokens })}
            />
            <Amount
              label="Seconds a project"
              value={form.projectSeconds}
              error={problems.projectSeconds}
              onChange={(projectSeconds) => put({ projectSeconds })}
            />
          </div>
          <States states={found.filter(({ scope }) => scope === 'project')} />
        </fieldset>
        <RuleFields
          rules={form.rules}
          problems={ruleProblems(form.rules)}
          onChange={(rules) => put({ rules })}
        />
        <fieldset className={styles.budget}>
          <legend>Alert</legend>
          <div className={styles.alert}>
            <Amount
              label="Tell me above, US dollars a minute"
              none="never"
              value={form.alertUsd}
              error={problems.alertUsd}
              onChange={(alertUsd) => put({ alertUsd })}
            />
            <Field label="Also post it to" optional error={problems.webhook}>
              <TextInput
                type="url"
                value={form.webhook}
                placeholder="nothing is sent"
                onChange={(event) => put({ webhook: event.currentTarget.value })}
              />
            </Field>
          </div>
          <Notices />
        </fieldset>
        <div className={styles.inline}>
          <Button type="submit" disabled={!changed || !valid}>
            Save budgets
          </Button>
          {changed && (
            <Button variant="quiet" onClick={() => setForm(budgetFormOf(budgets))}>
              Undo changes
            </Button>
          )}
          <a className={styles.toCosts} href={hrefOf({ screen: 'costs', by: null })}>
            See what was spent
          </a>
        </div>
      </form>
    </Block>
  );
};

const noticeWords = {
  allowed: 'While this page is out of sight, the alert appears on the desktop too.',
  refused: 'Notices on the desktop are refused in the settings of the browser.',
  unavailable: 'This browser shows no notices on the desktop.',
  unknown: null,
} as const;

/** Whether the alert appears on the desktop too. */
const Notices = () => {
  const [notices, setNotices] = useState(desktopNotices);
  const words = noticeWords[notices];
  return words === null ? (
    <Button onClick={() => void askForDesktopNotices().then(setNotices)}>Show it on the desktop too</Button>
  ) : (
    <p className={styles.says}>{words}</p>
  );
};

interface AmountProps {
  readonly label: string;
  readonly value: number | undefined;
  readonly error: string | undefined;
  readonly whole?: boolean;
  /** What an empty field says. */
  readonly none?: string;
  readonly onChange: (value: number | undefined) => void;
}

const Amount = ({ label, value, error, whole, none = 'no cap', onChange }: AmountProps) => (
  <Field label={label} optional error={error}>
    <NumberInput value={value} min={0} step={whole ? 1 : 'any'} placeholder={none} onChange={onChange} />
  </Field>
);

const States = ({ states }: { readonly states: readonly BudgetState[] }) =>
  states.length === 0 ? null : (
    <ul className={styles.states}>
      {states.map((state) => (
        <li key={`${state.key} ${state.unit}`}>
          <State state={state} />
        </li>
      ))}
    </ul>
  );

const State = ({ state: { scope, key, unit, cap, spent, reserved } }: { readonly state: BudgetState }) => (
  <CapMeter name={scope === 'day' ? 'Today' : key} used={spent} ahead={reserved} cap={cap} unit={unit} />
);

/** The caps with what is used of them; asked for again when they or the sessions change. */
const useBudgetStates = (budgets: Settings['budgets']) => {
  const core = useCore();
  const news = useCostNews();
  const [states, reload] = useResource(
    useCallback(
      async (signal: AbortSignal) => (await core['cost.summary']({ by: 'project' }, { signal })).budgets,
      [core],
    ),
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: both are what makes the answer old
  useEffect(() => reload(), [news, budgets, reload]);
  return states;
};

import type { InputProblem, Mode, Strategy } from '../../../core/contract/index.ts';
import { type ForecastState, hrefOf, modeWords, strategyWords } from '../../state/index.ts';
import { Field, NumberInput, Segmented, Select, TextArea, TextInput } from '../../ui/index.ts';
import { AgentPicker } from './agent-picker.tsx';
import { BudgetFields } from './budget-fields.tsx';
import { ConvergenceFields } from './convergence-fields.tsx';
import { DelegationFields } from './delegation-fields.tsx';
import type { FormPart } from './form-part.ts';
import { groupAt, numberAt, problemAt, textAt, textsAt } from './form-values.ts';
import { LimitFields } from './limit-fields.tsx';
import { ModelField } from './model-field.tsx';
import styles from './new-session.module.css';
import { RoleField } from './role-field.tsx';
import { type KeyPath, withMode, writeSpecification } from './specification-text.ts';
import { TaskFields } from './task-fields.tsx';
import { VoteFields } from './vote-fields.tsx';

interface SpecificationFormProps {
  readonly data: Readonly<Record<string, unknown>>;
  readonly text: string;
  readonly problems: readonly InputProblem[];
  readonly forecast: ForecastState;
  readonly onText: (text: string) => void;
}

export const SpecificationForm = ({ data, text, problems, forecast, onText }: SpecificationFormProps) => {
  const set = (path: KeyPath, value: unknown) => onText(writeSpecification(text, path, value));
  const problem = (key: string) => {
    const error = problemAt(problems, key);
    return error === undefined ? {} : { error };
  };
  const part: FormPart = { data, problem, set };
  const mode = textAt(data, 'mode');
  const strategy = textAt(data, 'strategy') || 'round_robin';
  const isDelegation = mode === 'delegation';
  const isGraph = mode === 'workflow';
  const talks = !isDelegation && !isGraph;
  const canJudge =
    mode === 'debate' || 'judge' in data || textAt(groupAt(data, 'vote'), 'fallback') === 'judge';
  return (
    <div className={styles.fields}>
      <div className={styles.group}>
        <Segmented
          label="Mode"
          value={mode}
          options={modesOffered(mode).map((value) => ({
            value,
            label: modeWords[value].word,
          }))}
          onChange={(value) => onText(withMode(text, value as Mode))}
        />
        <p className={mode in modeWords ? styles.says : styles.wrong}>
          {mode in modeWords
            ? modeWords[mode as Mode].says
            : (problem('mode').error ?? 'Choose what the agents do.')}
        </p>
      </div>
      <Field label={isDelegation ? 'Goal' : 'Topic'} {...problem('topic')}>
        <TextArea
          value={textAt(data, 'topic')}
          placeholder={
            isDelegation
              ? 'What is to be there in the end? Say what it is for.'
              : 'What are they to talk about? One question is best.'
          }
          rows={3}
          onChange={(event) => set(['topic'], event.currentTarget.value)}
        />
      </Field>
      {isGraph && (
        <p className={styles.says}>
          The graph stands in the text beside this. To draw one, go to{' '}
          <a href={hrefOf({ screen: 'graphs' })}>Graphs</a>.
        </p>
      )}
      <AgentPicker
        legend={agentsLegend(mode)}
        agents={textsAt(data, 'agents')}
        {...problem('agents')}
        onChange={(agents) => set(['agents'], agents)}
      />
      {talks && (
        <div className={styles.pair}>
          <Field label="Strategy" hint={strategyHint(strategy)} {...problem('strategy')}>
            <Select
              value={strategy}
              options={(Object.keys(strategyWords) as Strategy[]).map((value) => ({
                value,
                label: strategyWords[value].word,
              }))}
              onChange={(value) => set(['strategy'], value)}
            />
          </Field>
          <Field
            label="Rounds, at most"
            optional
            hint="Reaching it is a normal end."
            {...problem('max_rounds')}
          >
            <NumberInput
              value={numberAt(data, 'max_rounds')}
              min={1}
              step={1}
              placeholder="default of the mode"
              onChange={(value) => set(['max_rounds'], value)}
            />
          </Field>
        </div>
      )}
      {talks && strategy === 'moderated' && (
        <RoleField part={part} field="moderator" label="Moderator" fallback="the shipped Moderator" />
      )}
      <ModelField part={part} />
      {talks && <ConvergenceFields part={part} />}
      {isDelegation && <DelegationFields part={part} />}
      {isGraph && <TaskFields part={part} />}
      {(mode === 'consensus' || 'vote' in data) && (
        <VoteFields part={{ ...part, data: groupAt(data, 'vote') }} />
      )}
      {talks && (
        <fieldset className={styles.set}>
          <legend>Helpers</legend>
          <div className={styles.pair}>
            {canJudge && <RoleField part={part} field="judge" label="Judge" fallback="nobody judges" />}
            <RoleField
              part={part}
              field="synthesizer"
              label="Synthesizer"
              fallback="the shipped Synthesizer"
            />
          </div>
        </fieldset>
      )}
      <BudgetFields part={part} forecast={forecast} />
      <LimitFields part={part} />
      <div className={styles.pair}>
        <Field label="Name" optional hint="Made from the topic when left out." {...problem('name')}>
          <TextInput
            value={textAt(data, 'name')}
            onChange={(event) => set(['name'], event.currentTarget.value || undefined)}
          />
        </Field>
        <Field label="Project" optional {...problem('metadata')}>
          <TextInput
            value={textAt(groupAt(data, 'metadata'), 'project')}
            placeholder="default"
            onChange={(event) => set(['metadata', 'project'], event.currentTarget.value || undefined)}
          />
        </Field>
      </div>
    </div>
  );
};

/** Task graphs begin where they are drawn; the text of one may be here all the same. */
const modesOffered = (mode: string): readonly Mode[] =>
  (Object.keys(modeWords) as Mode[]).filter((value) => value !== 'workflow' || mode === 'workflow');

const agentsLegend = (mode: string): string =>
  mode === 'delegation'
    ? 'Agents who are given tasks'
    : mode === 'workflow'
      ? 'Agents of the graph'
      : 'Agents, in speaking order';

const strategyHint = (strategy: string): string =>
  strategy in strategyWords ? strategyWords[strategy as Strategy].says : '';

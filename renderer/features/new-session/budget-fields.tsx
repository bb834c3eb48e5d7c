import type { ForecastState } from '../../state/index.ts';
import { Field, NumberInput, Select } from '../../ui/index.ts';
import { ForecastWords } from './forecast-chip.tsx';
import type { FormPart } from './form-part.ts';
import { groupAt, numberAt, textAt } from './form-values.ts';
import styles from './new-session.module.css';

const caps = [
  { label: 'US dollars', key: 'usd', step: 'any' },
  { label: 'Tokens', key: 'tokens', step: 1000 },
  { label: 'Seconds', key: 'seconds', step: 'any' },
] as const;

/** Whose caps they are, and where they stand in the specification. */
const scopes = [
  { words: 'in all', path: ['budget'] },
  { words: 'a turn', path: ['budget', 'turn'] },
] as const;

const onLimit = [
  { value: '', label: 'The session ends with all its results' },
  { value: 'downgrade', label: 'Cheaper models of the chain go on' },
];

/** The caps of this session and of each of its turns, what happens at them, and what it may cost. */
export const BudgetFields = ({
  part,
  forecast,
}: {
  readonly part: FormPart;
  readonly forecast: ForecastState;
}) => {
  const budget = groupAt(part.data, 'budget');
  const chosen = textAt(part.data, 'on_limit');
  return (
    <fieldset className={styles.set}>
      <legend>Budget</legend>
      {scopes.map(({ words, path }) => (
        <div key={words} className={styles.triple}>
          {caps.map(({ label, key, step }) => (
            <Field key={key} label={`${label} ${words}`} optional {...part.problem([...path, key].join('.'))}>
              <NumberInput
                value={numberAt(path.length === 1 ? budget : groupAt(budget, 'turn'), key)}
                min={0}
                step={step}
                placeholder="no cap"
                onChange={(value) => part.set([...path, key], value)}
              />
            </Field>
          ))}
        </div>
      ))}
      <Field
        label="When a call does not fit"
        hint="It never starts: the worst case is set aside before each call. Local models are never stopped by money."
        {...part.problem('on_limit')}
      >
        <Select
          value={chosen === 'stop' ? '' : chosen}
          options={onLimit}
          onChange={(value) => part.set(['on_limit'], value === '' ? undefined : value)}
        />
      </Field>
      <ForecastWords state={forecast} />
    </fieldset>
  );
};

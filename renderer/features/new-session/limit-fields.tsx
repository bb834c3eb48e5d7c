import { Field, NumberInput } from '../../ui/index.ts';
import type { FormPart } from './form-part.ts';
import { groupAt, numberAt } from './form-values.ts';
import styles from './new-session.module.css';
import type { KeyPath } from './specification-text.ts';

interface Limit {
  readonly label: string;
  readonly path: KeyPath;
  readonly placeholder: string;
  readonly step: number | 'any';
}

const limits: readonly Limit[] = [
  { label: 'Tokens in all', path: ['budget', 'tokens'], placeholder: 'no cap', step: 1000 },
  { label: 'Seconds in all', path: ['budget', 'seconds'], placeholder: 'no cap', step: 'any' },
  { label: 'US dollars in all', path: ['budget', 'usd'], placeholder: 'no cap', step: 'any' },
  { label: 'Tokens an answer', path: ['max_output_tokens'], placeholder: '1024', step: 1 },
  { label: 'Tokens a prompt', path: ['context_tokens'], placeholder: 'default', step: 1 },
  { label: 'Seed', path: ['seed'], placeholder: '0', step: 1 },
];

/** Caps end a session in good order; the seed makes it repeatable. */
export const LimitFields = ({ part }: { readonly part: FormPart }) => (
  <fieldset className={styles.set}>
    <legend>Limits and seed</legend>
    <div className={styles.triple}>
      {limits.map(({ label, path, placeholder, step }) => {
        const [group, key] =
          path.length === 2 ? [groupAt(part.data, String(path[0])), path[1]] : [part.data, path[0]];
        return (
          <Field key={label} label={label} optional {...part.problem(path.join('.'))}>
            <NumberInput
              value={numberAt(group, String(key))}
              min={0}
              step={step}
              placeholder={placeholder}
              onChange={(value) => part.set(path, value)}
            />
          </Field>
        );
      })}
    </div>
  </fieldset>
);

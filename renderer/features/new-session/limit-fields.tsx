import { Field, NumberInput } from '../../ui/index.ts';
import type { FormPart } from './form-part.ts';
import { numberAt } from './form-values.ts';
import styles from './new-session.module.css';

const limits = [
  { label: 'Answer tokens', key: 'max_output_tokens', placeholder: '1024' },
  { label: 'Prompt tokens', key: 'context_tokens', placeholder: 'default' },
  { label: 'Seed', key: 'seed', placeholder: '0' },
] as const;

/** How long one call may be; the seed makes a session repeatable. */
export const LimitFields = ({ part }: { readonly part: FormPart }) => (
  <fieldset className={styles.set}>
    <legend>Limits and seed</legend>
    <div className={styles.triple}>
      {limits.map(({ label, key, placeholder }) => (
        <Field key={key} label={label} optional {...part.problem(key)}>
          <NumberInput
            value={numberAt(part.data, key)}
            min={0}
            step={1}
            placeholder={placeholder}
            onChange={(value) => part.set([key], value)}
          />
        </Field>
      ))}
    </div>
  </fieldset>
);

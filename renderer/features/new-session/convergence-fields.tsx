import type { ConvergenceMethod } from '../../../core/contract/index.ts';
import { Field, formatRatio, Slider, Switch } from '../../ui/index.ts';
import type { FormPart } from './form-part.ts';
import { groupAt, numberAt, textsAt } from './form-values.ts';
import styles from './new-session.module.css';

const methods: Record<ConvergenceMethod, string> = {
  lexical: 'Shared wording of the positions',
  vote: 'Agreement in the votes',
  stagnation: 'Standstill: nobody says anything new',
};
const names = Object.keys(methods) as ConvergenceMethod[];
const defaults = { methods: ['lexical', 'stagnation'], threshold: 0.82 };

/** When the agents agree enough for the session to end before its last round. */
export const ConvergenceFields = ({ part }: { readonly part: FormPart }) => {
  const on = part.data['convergence'] !== false;
  const group = groupAt(part.data, 'convergence');
  const chosen = textsAt(group, 'methods').length > 0 ? textsAt(group, 'methods') : defaults.methods;
  const threshold = numberAt(group, 'threshold') ?? defaults.threshold;
  const change = (next: Partial<typeof defaults>) =>
    part.set(['convergence'], { methods: chosen, threshold, ...next });
  const { error } = part.problem('convergence');
  return (
    <fieldset className={styles.set}>
      <legend>Convergence</legend>
      <div className={styles.inline}>
        <Switch
          label="End early when the agents agree"
          checked={on}
          onChange={(checked) => part.set(['convergence'], checked)}
        />
        <span>End early when the agents agree</span>
      </div>
      {on && (
        <>
          <div className={styles.checks}>
            {names.map((name) => (
              <label key={name} className={styles.check}>
                <input
                  type="checkbox"
                  checked={chosen.includes(name)}
                  onChange={(event) => {
                    const next = event.currentTarget.checked
                      ? names.filter((one) => one === name || chosen.includes(one))
                      : chosen.filter((one) => one !== name);
                    if (next.length > 0) change({ methods: [...next] });
                  }}
                />
                {methods[name]}
              </label>
            ))}
          </div>
          <Field label={`Enough from ${formatRatio(threshold)} on`} {...(error !== undefined && { error })}>
            <Slider
              label="Convergence threshold"
              value={threshold}
              min={0}
              max={1}
              step={0.01}
              onChange={(value) => change({ threshold: Number(value.toFixed(2)) })}
            />
          </Field>
        </>
      )}
    </fieldset>
  );
};

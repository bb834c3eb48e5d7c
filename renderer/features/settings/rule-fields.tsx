import { Plus, Trash2 } from 'lucide-react';
import { useId } from 'react';
import { CHEAPEST } from '../../../core/contract/index.ts';
import { useWorkspace } from '../../state/index.ts';
import { Button, Field, IconButton, NumberInput, Select, TextInput } from '../../ui/index.ts';
import {
  type RuleForm,
  type RuleMeasure,
  type RuleProblems,
  ruleMeasures,
  withNewRule,
} from './rules-form.ts';
import styles from './settings.module.css';

const measures = Object.entries(ruleMeasures).map(([value, { label }]) => ({ value, label }));

interface RuleFieldsProps {
  readonly rules: readonly RuleForm[];
  readonly problems: readonly RuleProblems[];
  readonly onChange: (rules: readonly RuleForm[]) => void;
}

/** Rules that let calls step down to a cheaper model of their chain before a cap ends the session. */
export const RuleFields = ({ rules, problems, onChange }: RuleFieldsProps) => {
  const models = useWorkspace((state) => state.models);
  const listId = useId();
  const put = (row: number, part: Partial<RuleForm>) =>
    onChange(rules.map((rule) => (rule.row === row ? { ...rule, ...part } : rule)));
  return (
    <fieldset className={styles.budget}>
      <legend>Step down</legend>
      <p className={styles.says}>
        While a rule holds, calls go to a cheaper model of the agent’s own chain. A chain that names none
        stays as it is. Sessions keep the rules they started with.
      </p>
      {rules.length > 0 && (
        <ol className={styles.rules}>
          {rules.map((rule, place) => (
            <li key={rule.row} className={styles.rule}>
              <Field label="Rule" error={problems[place]?.name}>
                <TextInput
                  value={rule.name}
                  maxLength={60}
                  onChange={(event) => put(rule.row, { name: event.currentTarget.value })}
                />
              </Field>
              <Field label="When more is">
                <Select
                  value={rule.measure}
                  options={measures}
                  onChange={(measure) => put(rule.row, { measure: measure as RuleMeasure })}
                />
              </Field>
              <Field label="Than" error={problems[place]?.above}>
                <NumberInput
                  value={rule.above}
                  min={0}
                  step="any"
                  onChange={(above) => put(rule.row, { above })}
                />
              </Field>
              <Field label="Step down to" error={problems[place]?.to}>
                <TextInput
                  list={listId}
                  value={rule.to}
                  placeholder={CHEAPEST}
                  onChange={(event) => put(rule.row, { to: event.currentTarget.value })}
                />
              </Field>
              <span className={styles.removeRule}>
                <IconButton
                  label={`Remove ${rule.name}`}
                  icon={<Trash2 size={16} aria-hidden="true" />}
                  onClick={() => onChange(rules.filter(({ row }) => row !== rule.row))}
                />
              </span>
            </li>
          ))}
        </ol>
      )}
      <datalist id={listId}>
        <option value={CHEAPEST}>the cheapest real model of the chain</option>
        {models.map((model) => (
          <option key={model.name} value={model.name}>
            {model.note}
          </option>
        ))}
      </datalist>
      <div>
        <Button icon={<Plus size={16} aria-hidden="true" />} onClick={() => onChange(withNewRule(rules))}>
          Add a rule
        </Button>
      </div>
    </fieldset>
  );
};

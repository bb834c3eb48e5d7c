import { Field, NumberInput, Select } from '../../ui/index.ts';
import type { FormPart } from './form-part.ts';
import { groupAt, numberAt, textAt } from './form-values.ts';
import styles from './new-session.module.css';
import { RoleField } from './role-field.tsx';
import { TaskFields } from './task-fields.tsx';

const approvals = [
  { value: 'ask', label: 'Ask me before it runs' },
  { value: 'auto', label: 'Let it run unasked' },
];

/** How a goal is divided, by whom, and how much of it happens unasked. */
export const DelegationFields = ({ part }: { readonly part: FormPart }) => {
  const delegation = groupAt(part.data, 'delegation');
  return (
    <>
      <fieldset className={styles.set}>
        <legend>Plan</legend>
        <div className={styles.pair}>
          <RoleField part={part} field="planner" label="Planner" fallback="the shipped Planner" />
          <RoleField part={part} field="synthesizer" label="Synthesizer" fallback="the shipped Synthesizer" />
          <RoleField part={part} field="judge" label="Reviewer" fallback="nobody reviews" />
        </div>
        <Field label="A plan" {...part.problem('delegation.approve')}>
          <Select
            value={textAt(delegation, 'approve') || 'ask'}
            options={approvals}
            onChange={(value) => part.set(['delegation', 'approve'], value)}
          />
        </Field>
        <div className={styles.triple}>
          <Field label="Tasks, at most" optional {...part.problem('delegation.max_nodes')}>
            <NumberInput
              value={numberAt(delegation, 'max_nodes')}
              min={1}
              max={200}
              step={1}
              placeholder="12"
              onChange={(value) => part.set(['delegation', 'max_nodes'], value)}
            />
          </Field>
          <Field label="Reviews, at most" optional {...part.problem('max_rounds')}>
            <NumberInput
              value={numberAt(part.data, 'max_rounds')}
              min={1}
              step={1}
              placeholder="default"
              onChange={(value) => part.set(['max_rounds'], value)}
            />
          </Field>
          <Field label="Depth" optional {...part.problem('delegation.max_depth')}>
            <NumberInput
              value={numberAt(delegation, 'max_depth')}
              min={1}
              max={5}
              step={1}
              placeholder="1"
              onChange={(value) => part.set(['delegation', 'max_depth'], value)}
            />
          </Field>
        </div>
        <p className={styles.says}>
          The reviewer may send the work back, and the planner plans again. A depth of 2 lets tasks of a plan
          be divided once more.
        </p>
      </fieldset>
      <TaskFields part={part} />
    </>
  );
};

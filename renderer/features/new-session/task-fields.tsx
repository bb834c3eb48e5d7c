import { Field, NumberInput, Select } from '../../ui/index.ts';
import type { FormPart } from './form-part.ts';
import { groupAt, numberAt, textAt } from './form-values.ts';
import styles from './new-session.module.css';

const failures = [
  { value: 'stop', label: 'Start nothing further' },
  { value: 'continue', label: 'Go on with what does not need it' },
];

/** How tasks run, planned or drawn. */
export const TaskFields = ({ part }: { readonly part: FormPart }) => {
  // A number, or a group that bounds agents and providers too.
  const group = groupAt(part.data, 'parallel');
  const isGroup = Object.keys(group).length > 0;
  return (
    <div className={styles.pair}>
      <Field label="When a task has failed" {...part.problem('on_failure')}>
        <Select
          value={textAt(part.data, 'on_failure') || 'stop'}
          options={failures}
          onChange={(value) => part.set(['on_failure'], value)}
        />
      </Field>
      <Field label="Tasks at once" optional {...part.problem('parallel')}>
        <NumberInput
          value={isGroup ? numberAt(group, 'total') : numberAt(part.data, 'parallel')}
          min={1}
          step={1}
          placeholder="8"
          onChange={(value) => part.set(isGroup ? ['parallel', 'total'] : ['parallel'], value)}
        />
      </Field>
    </div>
  );
};

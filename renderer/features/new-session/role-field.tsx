import { Field, Select } from '../../ui/index.ts';
import { useAgentNames } from './agent-picker.tsx';
import type { FormPart } from './form-part.ts';
import { textAt } from './form-values.ts';

interface RoleFieldProps {
  readonly part: FormPart;
  readonly field: 'moderator' | 'judge' | 'synthesizer' | 'planner';
  readonly label: string;
  /** Who does it when nobody is named. */
  readonly fallback: string;
}

export const RoleField = ({ part, field, label, fallback }: RoleFieldProps) => {
  const known = useAgentNames();
  const value = textAt(part.data, field);
  const names = known.map(({ name }) => name);
  return (
    <Field label={label} optional {...part.problem(field)}>
      <Select
        value={value}
        options={[
          { value: '', label: fallback },
          ...(value === '' || names.includes(value) ? [] : [{ value, label: value }]),
          ...names.map((name) => ({ value: name, label: name })),
        ]}
        onChange={(name) => part.set([field], name === '' ? undefined : name)}
      />
    </Field>
  );
};

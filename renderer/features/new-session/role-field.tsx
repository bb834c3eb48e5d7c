import { Field, Select } from '../../ui/index.ts';
import { useAgentNames } from './agent-picker.tsx';
import { textAt } from './form-values.ts';
import type { FormPart } from './specification-form.tsx';

interface RoleFieldProps {
  readonly part: FormPart;
  readonly role: 'moderator' | 'judge' | 'synthesizer';
  readonly label: string;
  /** Who does it when nobody is named. */
  readonly fallback: string;
}

export const RoleField = ({ part, role, label, fallback }: RoleFieldProps) => {
  const known = useAgentNames();
  const value = textAt(part.data, role);
  const names = known.map(({ name }) => name);
  return (
    <Field label={label} optional {...part.problem(role)}>
      <Select
        value={value}
        options={[
          { value: '', label: fallback },
          ...(value === '' || names.includes(value) ? [] : [{ value, label: value }]),
          ...names.map((name) => ({ value: name, label: name })),
        ]}
        onChange={(name) => part.set([role], name === '' ? undefined : name)}
      />
    </Field>
  );
};

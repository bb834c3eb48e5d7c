import { useId } from 'react';
import { STUB_LABEL, useWorkspace } from '../../state/index.ts';
import { Field, TextInput } from '../../ui/index.ts';
import type { FormPart } from './form-part.ts';
import { textAt } from './form-values.ts';

/** One model for all, or each agent's own chain. Names that are not offered can be typed. */
export const ModelField = ({ part }: { readonly part: FormPart }) => {
  const models = useWorkspace((state) => state.models);
  const listId = useId();
  const value = textAt(part.data, 'model');
  const offer = models.find(({ name }) => name === value);
  return (
    <Field
      label="Model for everybody"
      optional
      hint={
        value === ''
          ? "Left out, each agent's own chain answers."
          : offer?.stub || value.startsWith('stub/')
            ? `${value}: ${STUB_LABEL}.`
            : (offer?.note ?? 'Replaces the chains of all agents.')
      }
      {...part.problem('model')}
    >
      <TextInput
        list={listId}
        value={value}
        placeholder="agents' own chains"
        onChange={(event) => part.set(['model'], event.currentTarget.value || undefined)}
      />
      <datalist id={listId}>
        {models.map((model) => (
          <option key={model.name} value={model.name}>
            {model.note}
          </option>
        ))}
      </datalist>
    </Field>
  );
};

import { useCore } from '../../../state/index.ts';
import { Field, SecretInput } from '../../../ui/index.ts';
import { SecretForm } from './secret-form.tsx';

/** Short enough to guess is no pass phrase. */
const SHORTEST = 8;

interface VaultFormProps {
  /** `new` makes a vault, so the pass phrase is asked for twice. */
  readonly kind: 'new' | 'open';
  readonly onOpen: () => void;
  readonly onCancel?: () => void;
}

/** The pass phrase of the encrypted file that keeps keys where there is no keychain. */
export const VaultForm = ({ kind, onOpen, onCancel }: VaultFormProps) => {
  const core = useCore();
  const isNew = kind === 'new';
  return (
    <SecretForm
      fields={isNew ? ['passphrase', 'again'] : ['passphrase']}
      label={isNew ? 'New vault' : 'Unlock the vault'}
      submit={isNew ? 'Make vault' : 'Unlock'}
      {...(onCancel && { onCancel })}
      check={({ passphrase = '', again }) => {
        if (passphrase === '') return 'Type the pass phrase first.';
        if (!isNew) return null;
        if (passphrase.length < SHORTEST) return `A pass phrase needs at least ${SHORTEST} characters.`;
        return passphrase === again ? null : 'The two pass phrases differ.';
      }}
      send={async ({ passphrase = '' }) => {
        await core['keys.unlock']({ passphrase });
        onOpen();
      }}
    >
      <Field
        label={isNew ? 'New pass phrase' : 'Pass phrase'}
        {...(isNew && { hint: 'Several words. Without it nobody can read the keys again.' })}
      >
        <SecretInput name="passphrase" />
      </Field>
      {isNew && (
        <Field label="The same once more">
          <SecretInput name="again" />
        </Field>
      )}
    </SecretForm>
  );
};

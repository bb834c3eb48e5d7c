import { useRef, useState } from 'react';
import type { KeyStoreState, KeyView } from '../../../../core/contract/index.ts';
import { useAct, useCore } from '../../../state/index.ts';
import { Button, Confirm, Field, SecretInput, StateWord } from '../../../ui/index.ts';
import { dots, keyWords } from './key-words.ts';
import styles from './providers.module.css';
import { SecretForm } from './secret-form.tsx';
import { TestResult } from './test-result.tsx';
import { useTest } from './use-test.tsx';
import { VaultForm } from './vault-form.tsx';

interface ProviderRowProps {
  readonly view: KeyView;
  readonly store: KeyStoreState['kind'];
  /** Called after a change, and after the vault was opened. */
  readonly onChange: () => void;
}

/** One provider: where its key comes from, a test of it, and the ways to set and remove it. */
export const ProviderRow = ({ view, store, onChange }: ProviderRowProps) => {
  const { provider } = view;
  const core = useCore();
  const act = useAct();
  const test = useTest(provider);
  const [open, setOpen] = useState<'nothing' | 'key' | 'removal'>('nothing');
  const setButton = useRef<HTMLButtonElement>(null);
  const { mark, word, detail } = keyWords(view, store);
  const close = () => {
    setOpen('nothing');
    setButton.current?.focus();
  };
  const changed = () => {
    test.forget();
    onChange();
  };
  const remove = async () => {
    if (await act(() => core['keys.remove']({ provider }), `Key of ${provider} removed`)) changed();
  };
  const shut = store === 'none' || store === 'locked';
  return (
    <li className={styles.row} aria-label={provider}>
      <div className={styles.line}>
        <div className={styles.name}>
          <span className={styles.provider}>{provider}</span>
          <span className={styles.address} title={view.base_url ?? undefined}>
            {view.base_url ?? (view.type === provider ? 'no address yet' : view.type)}
          </span>
        </div>
        <div className={styles.key}>
          <StateWord mark={mark} word={word} />
          {dots(view) !== null && <code className={styles.dots}>{dots(view)}</code>}
          {detail !== null && <span className={styles.detail}>{detail}</span>}
        </div>
        <div className={styles.actions}>
          {test.state.kind === 'running' ? (
            <Button size="small" onClick={test.state.cancel} aria-label={`Cancel the test of ${provider}`}>
              Cancel test
            </Button>
          ) : (
            <Button
              size="small"
              onClick={() => void test.start().then(onChange)}
              aria-label={`Test connection of ${provider}`}
              disabled={view.source === 'none' && !view.key_optional}
            >
              Test connection
            </Button>
          )}
          {view.storable && (
            <Button
              ref={setButton}
              size="small"
              aria-expanded={open === 'key'}
              aria-label={`${view.stored ? 'Rotate' : 'Add'} key of ${provider}`}
              onClick={() => setOpen(open === 'key' ? 'nothing' : 'key')}
            >
              {view.stored ? 'Rotate key' : 'Add key'}
            </Button>
          )}
          {view.stored && (
            <Button
              size="small"
              variant="danger"
              aria-label={`Remove key of ${provider}`}
              onClick={() => setOpen('removal')}
            >
              Remove
            </Button>
          )}
        </div>
      </div>
      {test.state.kind === 'running' && (
        <p className={styles.verdict} role="status">
          <StateWord mark="running" word={`Asking ${provider} for its models`} />
        </p>
      )}
      {test.state.kind === 'done' && <TestResult result={test.state.result} />}
      {open === 'key' && shut && (
        <VaultForm kind={store === 'none' ? 'new' : 'open'} onOpen={onChange} onCancel={close} />
      )}
      {open === 'key' && !shut && (
        <SecretForm
          fields={['key']}
          label={`Key of ${provider}`}
          submit={view.stored ? 'Replace key' : 'Store key'}
          onCancel={close}
          check={({ key = '' }) => (key.trim() === '' ? 'Paste the key first.' : null)}
          send={async ({ key = '' }) => {
            await core['keys.set']({ provider, key });
            close();
            changed();
          }}
        >
          <Field
            label={view.stored ? 'New key' : 'Key'}
            hint={[
              store === 'keychain'
                ? 'Goes into the keychain of this machine and is not shown again.'
                : 'Goes into the encrypted vault of the data folder and is not shown again.',
              ...(view.source === 'environment' ? [`It is used once ${view.name} is not set any more.`] : []),
            ].join(' ')}
          >
            <SecretInput name="key" />
          </Field>
        </SecretForm>
      )}
      <Confirm
        open={open === 'removal'}
        title={`Remove the key of ${provider}?`}
        text={
          view.source === 'environment'
            ? `The stored key is deleted. Sessions go on with ${view.name}.`
            : 'The stored key is deleted. Sessions that need it fail until there is another one; what they recorded stays.'
        }
        confirm="Remove key"
        onConfirm={() => void remove()}
        onClose={close}
      />
    </li>
  );
};

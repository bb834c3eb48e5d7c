import { useCallback } from 'react';
import { explainError, useCore, useResource, useWorkspaceStore } from '../../../state/index.ts';
import { Problem, Skeleton } from '../../../ui/index.ts';
import { Block } from '../settings-block.tsx';
import { ProviderRow } from './provider-row.tsx';
import styles from './providers.module.css';
import { VaultForm } from './vault-form.tsx';

/** Every provider with its key: where it comes from, whether it works, and a new one in its place. */
export const Providers = () => {
  const core = useCore();
  const workspace = useWorkspaceStore();
  const [keys, reload] = useResource(
    useCallback((signal: AbortSignal) => core['keys.list']({}, { signal }), [core]),
  );
  const onChange = useCallback(() => {
    reload();
    // The status bar tells which providers have a key. Its next look mends what this one misses.
    workspace.reloadModels().catch(() => undefined);
  }, [reload, workspace]);
  return (
    <Block
      title="Providers"
      says="Keys stay on this machine, in its keychain or in an encrypted vault, and are never shown again. A variable of the environment wins over a stored key."
    >
      {keys.kind === 'loading' && <Skeleton lines={5} label="Looking for keys" />}
      {keys.kind === 'failed' && <Problem {...explainError(keys.error)} />}
      {keys.kind === 'ready' && (
        <>
          {keys.value.store.kind === 'locked' && (
            <div className={styles.vault}>
              <Problem
                tone="warn"
                title={keys.value.store.detail}
                details={['Keys in it cannot be used until it is unlocked; everything else works.']}
              />
              <VaultForm kind="open" onOpen={onChange} />
            </div>
          )}
          <ul className={styles.providers}>
            {keys.value.items.map((view) => (
              <ProviderRow
                key={view.provider}
                view={view}
                store={keys.value.store.kind}
                onChange={onChange}
              />
            ))}
          </ul>
          {keys.value.store.kind !== 'locked' && <p className={styles.store}>{keys.value.store.detail}</p>}
        </>
      )}
    </Block>
  );
};

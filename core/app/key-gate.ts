import { AgentNetError } from '../contract/index.ts';
import type { KeyRing, RefusedKeys } from '../keys/index.ts';
import { type KeySlot, keySlots, type ProviderSettings } from '../providers/index.ts';
import type { KeyGate } from '../resilience/index.ts';

interface KeyGateParts {
  readonly refused: RefusedKeys;
  readonly keys: Pick<KeyRing, 'keyOf' | 'find'>;
  readonly settings: () => ProviderSettings;
  /** For the log: a refusal that could not be written down. */
  readonly failed: (error: Error) => void;
}

/** The key that a slot gives now, without asking anybody for a pass phrase. */
export const keyIn = async (
  { variable, storedAs }: KeySlot,
  keys: Pick<KeyRing, 'keyOf' | 'find'>,
): Promise<string | undefined> => {
  const given = variable === null ? undefined : await keys.keyOf(`env:${variable}`);
  return given ?? (storedAs === null ? undefined : (await keys.find(storedAs))?.key);
};

/** What a refusal holds for: this key, sent to this address. */
export const identityOf = ({ baseUrl }: KeySlot, key: string | undefined): string =>
  `${baseUrl ?? ''}\n${key ?? ''}`;

/** Refusals of keys as all processes of the data folder know them. */
export const createKeyGate = ({ refused, keys, settings, failed }: KeyGateParts): KeyGate => {
  const identity = (account: string) => async (): Promise<string> => {
    const slot = keySlots(settings()).find(({ provider }) => provider === account);
    return slot === undefined ? account : identityOf(slot, await keyIn(slot, keys));
  };
  return {
    refusal: async (account) => {
      const found = await refused.refusal(account, identity(account));
      return (
        found &&
        new AgentNetError('provider/auth', found.message, {
          remedy: `Set another key in Settings > Providers or with \`agentnet keys set ${account}\`. If the key is right by now, test the connection there or with \`agentnet keys test ${account}\`.`,
        })
      );
    },
    stop: (account, error) => {
      refused.refuse(account, identity(account), error.message).catch((thrown: Error) => failed(thrown));
    },
    // A key or an address that has changed is seen by its mark.
    forgive: () => {},
  };
};

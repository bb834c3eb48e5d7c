import { AgentNetError, type CoreApi, type KeyView, nearestName } from '../contract/index.ts';
import { type KeySlot, keySlots, testConnection } from '../providers/index.ts';
import type { CoreContext } from './core-context.ts';
import { keyView } from './key-view.ts';

type KeyProcedures = Pick<CoreApi, Extract<keyof CoreApi, `keys.${string}`>>;

const never = new AbortController().signal;

/** Keys of providers: set and taken away, tested, and told of without ever giving one out again. */
export const keyProcedures = (context: CoreContext): KeyProcedures => {
  const { keys, refusedKeys, settings, store, effects } = context;
  const slotOf = (provider: string): KeySlot => {
    const slots = keySlots(settings.current().providers);
    const slot = slots.find((one) => one.provider === provider);
    if (slot) return slot;
    throw unknownProvider(provider, slots);
  };
  const record = async (
    provider: string,
    action: 'set' | 'rotated' | 'removed',
    kept: 'keychain' | 'vault',
  ) => {
    await store.appendSystem(
      [{ type: 'key-changed', data: { provider, action, store: kept } }],
      effects.clock.now(),
    );
    // Whatever was opened with the old key is opened anew.
    settings.renew();
  };
  const view = (slot: KeySlot) => keyView(slot, keys, refusedKeys);

  return {
    'keys.list': async () => {
      const items: KeyView[] = [];
      for (const slot of keySlots(settings.current().providers)) items.push(await view(slot));
      return { store: await keys.state(), items };
    },
    'keys.set': async ({ provider, key }) => {
      const slot = slotOf(provider);
      if (slot.storedAs === null) throw notStored(slot);
      const { store: kept, replaced } = await keys.set(slot.storedAs, key);
      await record(provider, replaced ? 'rotated' : 'set', kept);
      return view(slot);
    },
    'keys.test': async ({ provider }, options) => {
      const slot = slotOf(provider);
      const { ok, latencyMs, models, problem } = await testConnection(
        slot.provider,
        settings.current().providers,
        effects,
        options?.signal ?? never,
      );
      if (ok) await refusedKeys.forgive(slot.provider);
      return {
        provider,
        ok,
        latency_ms: latencyMs === null ? null : Math.round(latencyMs),
        models: [...models],
        problem,
      };
    },
    'keys.remove': async ({ provider }) => {
      const slot = slotOf(provider);
      const kept = slot.storedAs === null ? undefined : await keys.remove(slot.storedAs);
      if (kept === undefined) throw nothingStored(slot);
      await record(provider, 'removed', kept);
      return view(slot);
    },
    'keys.unlock': async ({ passphrase }) => {
      await keys.unlock(passphrase);
      settings.renew();
      return keys.state();
    },
  };
};

/** What was given is not repeated: somebody may have pasted the key in its place. */
const unknownProvider = (given: string, slots: readonly KeySlot[]): AgentNetError => {
  const known = slots.map(({ provider }) => provider);
  const nearest = nearestName(given, known);
  return new AgentNetError('input/invalid', 'There is no provider of the given name.', {
    where: { path: 'provider' },
    kept: 'Nothing was changed.',
    remedy: `${nearest === undefined ? '' : `Did you mean ${nearest}? `}There are ${known.join(', ')}; more can be named in config.yaml.`,
  });
};

const notStored = ({ provider, variable }: KeySlot): AgentNetError =>
  new AgentNetError(
    'input/conflict',
    variable === null
      ? `${provider} works without a key, so none is stored for it.`
      : `${provider} takes its key from the environment variable ${variable} and from nowhere else.`,
    {
      kept: 'Nothing was stored.',
      remedy: `To store one, write \`key: keychain:${provider}\` into its entry in config.yaml and set the key again.`,
    },
  );

const nothingStored = ({ provider, variable }: KeySlot): AgentNetError =>
  new AgentNetError('input/conflict', `No key is stored for ${provider}.`, {
    kept: 'Nothing was changed.',
    remedy:
      variable === null
        ? '`agentnet keys list` shows what is stored.'
        : `Where it comes from the environment, take ${variable} out there.`,
  });

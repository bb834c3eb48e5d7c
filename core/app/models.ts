import type { CoreApi, ModelOffer } from '../contract/index.ts';
import {
  capabilitiesOf,
  detectOllama,
  keySlots,
  type OllamaState,
  stubModelNames,
} from '../providers/index.ts';
import type { CoreContext } from './core-context.ts';
import { keyView } from './key-view.ts';

type ModelList = Awaited<ReturnType<CoreApi['models.list']>>;

const STUB_NOTE = 'Offline stub, not a language model.';

/** Models that can be picked without typing a name, and how the providers are. Asks nothing but this machine. */
export const listModels = async (context: CoreContext, signal: AbortSignal): Promise<ModelList> => {
  const ollama = await detectOllama(context.environment['OLLAMA_HOST'], signal, context.effects.clock);
  const items: ModelOffer[] = [
    ...stubModelNames.map((name) => ({ name, provider: 'stub', local: true, stub: true, note: STUB_NOTE })),
    ...(ollama.kind === 'running'
      ? ollama.models.map((model) => ollamaOffer(context, model, ollama.address))
      : []),
  ];
  return {
    items,
    providers: [
      { provider: 'stub', state: 'ok', detail: 'Built in; works without a network.' },
      ollamaHealth(ollama),
      ...(await hostedHealth(context)),
    ],
  };
};

const ollamaOffer = (context: CoreContext, model: string, address: string): ModelOffer => {
  const name = `ollama/${model}`;
  const { entries } = context.settings.current().providers;
  const { local } = capabilitiesOf(name, { entries, environment: context.environment });
  const note = local ? `Runs on ${address}.` : `Reached through ${address}, and leaves this machine.`;
  return { name, provider: 'ollama', local, stub: false, note };
};

const ollamaHealth = (ollama: OllamaState): ModelList['providers'][number] =>
  ollama.kind === 'running'
    ? { provider: 'ollama', state: 'ok', detail: `${ollama.models.length} models on ${ollama.address}.` }
    : { provider: 'ollama', state: 'unreachable', detail: `No server answers on ${ollama.address}.` };

/** Hosted providers are never called just to see how they are. */
const hostedHealth = async (context: CoreContext): Promise<ModelList['providers']> => {
  const { providers } = context.settings.current();
  const health: ModelList['providers'] = [];
  for (const slot of keySlots(providers)) {
    const { provider, type, variable } = slot;
    if (provider === 'ollama' && !Object.hasOwn(providers.entries, provider)) continue;
    const { source, name, base_url, refused } = await keyView(slot, context.keys, context.refusedKeys);
    const address = `${type} at ${base_url ?? 'its usual address'}.`;
    if (refused !== null) {
      const detail = `${refused.message} It is not used until it is another one, or a test of it succeeds.`;
      health.push({ provider, state: 'no-key', detail });
    } else if (source !== 'none') {
      const from = source === 'environment' ? `Key from ${name}.` : `Key from the ${source}.`;
      health.push({ provider, state: 'not-tested', detail: `${from} ${address}` });
    } else if (slot.keyOptional) {
      health.push({ provider, state: 'not-tested', detail: address });
    } else {
      const way = variable === null ? 'Set its key' : `Set its key, or ${variable},`;
      health.push({ provider, state: 'no-key', detail: `${way} to use it.` });
    }
  }
  return health;
};

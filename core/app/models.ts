import type { CoreApi, ModelOffer } from '../contract/index.ts';
import { capabilitiesOf, detectOllama, type OllamaState, stubModelNames } from '../providers/index.ts';
import type { CoreContext } from './core-context.ts';

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
      ...hostedHealth(context),
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

const hosted = [
  { provider: 'openai', variable: 'OPENAI_API_KEY' },
  { provider: 'anthropic', variable: 'ANTHROPIC_API_KEY' },
] as const;

/** Hosted providers are never called just to see how they are. */
const hostedHealth = (context: CoreContext): ModelList['providers'] => [
  ...hosted.map(({ provider, variable }) =>
    context.environment[variable]
      ? { provider, state: 'not-tested' as const, detail: `Key from ${variable}.` }
      : { provider, state: 'no-key' as const, detail: `Set ${variable} to use it.` },
  ),
  ...Object.entries(context.settings.current().providers.entries).map(([provider, entry]) => ({
    provider,
    state: 'not-tested' as const,
    detail: `${entry.type} at ${entry.base_url ?? 'its usual address'}.`,
  })),
];

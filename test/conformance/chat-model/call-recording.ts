import { AgentNetError, type WireError } from '../../../core/contract/index.ts';
import { type Effects, realEffects } from '../../../core/effects/index.ts';
import {
  type Answer,
  type ChatModel,
  type ChatRequest,
  collectAnswer,
  defaultStubSettings,
  openEmbeddingModel,
  openModel,
  type ProviderSettings,
  type StreamPart,
} from '../../../core/providers/index.ts';
import type { Recording } from './recordings.ts';

/** What a call gave; the parts of a whole answer are not known, so it has its answer only. */
export interface Outcome {
  readonly parts: readonly StreamPart[];
  readonly answer: Answer | null;
  readonly error: WireError | null;
}

export const KEY = 'sk-a-key-that-must-never-be-shown';

export const settingsFor = (entry: ProviderSettings['entries'][string]): ProviderSettings => ({
  entries: { rec: entry },
  environment: {},
  stub: { ...defaultStubSettings, latencyMs: 0, tokensPerSecond: 0 },
  keyOf: async (reference) => (reference === 'env:REC_KEY' ? KEY : undefined),
});

type ProviderType = ProviderSettings['entries'][string]['type'];

/** The path of the request without what the SDK adds to its base address. */
const suffixes: Readonly<Record<string, string>> = {
  chat: '/chat/completions',
  responses: '/responses',
  anthropic: '/v1/messages',
  'ollama-chat': '/api/chat',
  embeddings: '/embeddings',
  'ollama-embed': '/api/embed',
};

/** The type of entry for a recording, by the folder it is in. */
const types: Readonly<Record<string, ProviderType>> = {
  'openai-chat': 'openai',
  'openai-responses': 'openai',
  'openai-embeddings': 'openai',
  'openai-compatible': 'openai-compatible',
  'azure-openai': 'azure',
  anthropic: 'anthropic',
  huggingface: 'huggingface',
  ollama: 'ollama',
};

const typeOf = (id: string): ProviderType => {
  const folder = id.replace(/^own\//, '').split('/')[0] ?? '';
  const type = types[folder];
  if (!type) throw new Error(`${id}: no adapter for the recordings of ${folder}`);
  return type;
};

/** Settings with a provider `rec`: a server at this address that speaks the API of the recording. */
const settingsOf = ({ api, requestPath, id }: RecordingPlace, address: string): ProviderSettings =>
  settingsFor({
    type: typeOf(id),
    base_url: `${address}${requestPath.slice(0, -(suffixes[api] ?? '').length)}`,
    key: 'env:REC_KEY',
    ...(api === 'responses' && { api }),
  });

type RecordingPlace = Pick<Recording, 'api' | 'requestPath' | 'id'>;

export const openFor = (recording: RecordingPlace, address: string, effects: Effects = realEffects) =>
  openModel('rec/some-model', settingsOf(recording, address), effects);

export const openEmbeddingsFor = (recording: RecordingPlace, address: string) =>
  openEmbeddingModel('rec/some-model', settingsOf(recording, address), realEffects);

export const request: ChatRequest = {
  messages: [
    { role: 'system', content: 'Be brief.' },
    { role: 'user', content: 'What is the answer?' },
  ],
  maxOutputTokens: 500,
};

const wireError = (thrown: unknown): WireError => {
  if (thrown instanceof AgentNetError) return thrown.toWire();
  throw thrown;
};

export const streamAll = async (
  model: ChatModel,
  signal: AbortSignal = new AbortController().signal,
): Promise<Outcome> => {
  const parts: StreamPart[] = [];
  try {
    for await (const part of model.stream(request, signal)) parts.push(part);
    return { parts, answer: collectAnswer(parts), error: null };
  } catch (thrown) {
    return { parts, answer: null, error: wireError(thrown) };
  }
};

export const completeOnce = async (model: ChatModel): Promise<Outcome> => {
  try {
    return { parts: [], answer: await model.complete(request, new AbortController().signal), error: null };
  } catch (thrown) {
    return { parts: [], answer: null, error: wireError(thrown) };
  }
};

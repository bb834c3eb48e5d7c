import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What an independent parser found in a recording; see the README beside the recordings. */
export interface Expected {
  readonly text: string;
  readonly reasoning_chars: number;
  readonly tokens_in: number | null;
  readonly tokens_out: number | null;
  readonly tokens_cache_read: number | null;
  readonly tokens_cache_write: number | null;
  readonly tokens_reasoning: number | null;
  readonly tool_calls: readonly {
    readonly id: string | null;
    readonly name: string;
    readonly arguments: unknown;
    readonly arguments_incomplete?: boolean;
  }[];
  readonly finish_reason: string | null;
  readonly model: string | null;
  readonly error: { readonly kind: string; readonly message: string } | null;
  readonly stream_complete: boolean | null;
  readonly retryable: boolean | null;
  readonly retry_after_s: number | null;
  readonly refusal?: string;
  /** Of embeddings: how many, and of how many numbers; null where they are encoded. */
  readonly vectors?: number;
  readonly dimensions?: number | null;
}

export interface Recording {
  /** `anthropic/stream-text-...`: folder and case, with `own/` before one of ours. */
  readonly id: string;
  readonly api: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly requestPath: string;
  readonly kind: 'sse' | 'ndjson' | 'json';
  readonly body: Buffer;
  readonly expected: Expected;
}

const projectRoot = join(import.meta.dirname, '..', '..', '..');
const collection = join(projectRoot, '..', 'shared', 'fixtures', 'wire');
const own = join(projectRoot, 'test', 'fixtures', 'wire');

/** False where only the few recordings that we have written ourselves are there. */
export const hasCollection = existsSync(join(collection, 'README.md'));

const readOne = (folder: string, file: string): Recording => {
  const meta = JSON.parse(readFileSync(join(folder, file), 'utf8'));
  const extension = String(meta.response_file).split('.').at(-1) ?? '';
  const kind = extension === 'sse' || extension === 'ndjson' ? extension : 'json';
  return {
    id: `${meta.provider}/${meta.case}`,
    api: meta.api,
    status: meta.status,
    headers: meta.headers,
    requestPath: meta.request_path,
    kind,
    body: readFileSync(join(folder, meta.response_file)),
    expected: meta.expected,
  };
};

/** APIs of other features (completion without chat, counting, downloads): we do not speak them. */
const spokenApis = new Set(['chat', 'responses', 'anthropic', 'ollama-chat']);
const embeddingApis = new Set(['embeddings', 'ollama-embed']);

export interface RecordingSet {
  readonly recordings: readonly Recording[];
  /** Recordings of features that we do not have, by the name of their API. */
  readonly leftOut: Readonly<Record<string, number>>;
}

const readFolder = (provider: string, from: string): readonly Recording[] => {
  const folder = join(from, provider);
  const files = existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith('.meta.json')) : [];
  return files.sort().map((file) => readOne(folder, file));
};

/** Every adapter, by the name of its recordings. */
export const adapters = [
  'openai-chat',
  'openai-compatible',
  'openai-responses',
  'azure-openai',
  'anthropic',
  'huggingface',
  'ollama',
] as const;

export const ownRecordings = (provider: string): readonly Recording[] =>
  readFolder(provider, own).map((recording) => ({ ...recording, id: `own/${recording.id}` }));

/** Our own recordings, and those of the collection where it is there. */
const allRecordings = (provider: string): readonly Recording[] => [
  ...ownRecordings(provider),
  ...(hasCollection ? readFolder(provider, collection) : []),
];

export const embeddingRecordings = (provider: string): readonly Recording[] =>
  allRecordings(provider).filter(({ api }) => embeddingApis.has(api));

export const readRecordings = (provider: string): RecordingSet => {
  const all = allRecordings(provider);
  const leftOut: Record<string, number> = {};
  for (const { api } of all) {
    if (!spokenApis.has(api) && !embeddingApis.has(api)) leftOut[api] = (leftOut[api] ?? 0) + 1;
  }
  return { recordings: all.filter(({ api }) => spokenApis.has(api)), leftOut };
};

import type { ChatModel, ModelCapabilities } from './chat-model.ts';
import type { EmbeddingModel } from './embedding-model.ts';
import type { CallTarget } from './open-call.ts';
import type { ProviderEntry, ProviderVariable } from './provider-settings.ts';
import type { SlowBeginning } from './wait-limits.ts';

/** What an adapter is opened with. */
export interface ModelConnection extends CallTarget {
  /** The model as the server names it: `qwen2.5`. */
  readonly model: string;
  readonly api: NonNullable<ProviderEntry['api']>;
  /** What the entry says; undefined for the standard version. */
  readonly apiVersion: string | undefined;
  readonly capabilities: ModelCapabilities;
}

/** What capabilities are told from, before any call. */
export interface ModelFacts {
  readonly model: string;
  readonly baseUrl: string;
  readonly api: NonNullable<ProviderEntry['api']>;
  /** True when a key is set for it, so that its calls may cost money wherever it stands. */
  readonly keyed: boolean;
  /** What the entry says of response schemas; undefined where the name has to tell. */
  readonly structuredOutput?: boolean | undefined;
}

/** Where a server lists its models, and how. */
export interface ModelList {
  /** Address of the list, given that of the server. */
  readonly url: (baseUrl: string, apiVersion: string | undefined) => string;
  readonly headers: Readonly<Record<string, string>>;
  /** Names as they stand behind the slash of a model name; null for what is no list. */
  readonly read: (body: unknown) => readonly string[] | null;
}

/** One type of provider; light enough to be loaded always, with the SDK behind `load`. */
export interface ProviderDefinition {
  /** Variable with the key of the built-in provider; null for a type that has no built-in one. */
  readonly keyVariable: ProviderVariable | null;
  readonly keyRequired: boolean;
  readonly keyHeaders: (key: string) => Readonly<Record<string, string>>;
  readonly addressVariable: ProviderVariable | null;
  /** Address where nothing else is said; null where it must be said. */
  readonly standardAddress: string | null;
  /** An address as people write it, as a URL without a slash at its end. Throws `input/invalid`. */
  readonly readAddress: (text: string) => string;
  readonly capabilities: (facts: ModelFacts) => ModelCapabilities;
  /** Why it may be silent for minutes before it begins; null for a server that begins at once. */
  readonly slowToBegin: (facts: ModelFacts) => SlowBeginning | null;
  readonly modelList: ModelList;
  readonly load: () => Promise<(connection: ModelConnection) => ChatModel>;
  /** Null where it makes no embeddings. */
  readonly loadEmbeddings: (() => Promise<(connection: ModelConnection) => EmbeddingModel>) | null;
}

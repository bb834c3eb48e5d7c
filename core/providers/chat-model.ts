import type { CallWarning, ChatMessage, FinishReason, ToolCall, Usage } from '../contract/index.ts';

/** What a model can do, as data; code outside an adapter asks this and never the provider's name. */
export interface ModelCapabilities {
  /** True when a call costs nothing and leaves the machine never: it may run ahead of the disk. */
  readonly local: boolean;
  /** True for the built-in offline models: not a language model. */
  readonly stub: boolean;
  readonly toolCalls: boolean;
  /** True when the model can be made to answer in JSON of a given schema. */
  readonly structuredOutput: boolean;
  /** True when it takes a sampling seed. */
  readonly seed: boolean;
}

export interface ToolDeclaration {
  readonly name: string;
  readonly description: string;
  /** JSON Schema of the arguments. */
  readonly inputSchema: Readonly<Record<string, unknown>>;
}

export interface ChatRequest {
  readonly messages: readonly ChatMessage[];
  readonly maxOutputTokens: number;
  readonly temperature?: number;
  readonly seed?: number;
  readonly tools?: readonly ToolDeclaration[];
  /** Asks for JSON of this schema where the model can; a model that cannot says so in a warning. */
  readonly responseSchema?: { readonly name: string; readonly schema: Readonly<Record<string, unknown>> };
}

/** What comes over a stream, in order; exactly one `finish`, last. Errors are thrown as `AgentNetError`. */
export type StreamPart =
  | { readonly kind: 'text-delta'; readonly text: string }
  | { readonly kind: 'reasoning-delta'; readonly text: string }
  | { readonly kind: 'tool-call'; readonly call: ToolCall }
  | ({ readonly kind: 'finish' } & Finish);

export interface Finish {
  readonly finishReason: FinishReason;
  readonly usage: Usage;
  /** The model that really answered, as the provider names it. */
  readonly model: string;
  readonly requestId: string | null;
  readonly warnings: readonly CallWarning[];
}

export interface Answer extends Finish {
  readonly text: string;
  readonly reasoning: string;
  readonly toolCalls: readonly ToolCall[];
}

/** The port of every model. */
export interface ChatModel {
  /** The full name it was opened by: `openai/gpt-4o`. */
  readonly name: string;
  readonly capabilities: ModelCapabilities;
  /**
   * Streams an answer. Throws `provider/*` errors; `provider/cut` and an error inside the stream come
   * after the parts that were received. Ends with `provider/aborted` when the signal fires.
   */
  stream(request: ChatRequest, signal: AbortSignal): AsyncIterable<StreamPart>;
  /** The same as one whole answer; it is streamed on the wire all the same. */
  complete(request: ChatRequest, signal: AbortSignal): Promise<Answer>;
}

import { AgentNetError } from '../contract/index.ts';
import type { Clock } from '../effects/index.ts';
import { cutAnswer, emptyAnswer, malformedAnswer } from './answer-errors.ts';
import type { ChatModel, ChatRequest, ModelCapabilities, StreamPart } from './chat-model.ts';
import { collectAnswer } from './collect-answer.ts';
import { openWire, type Wire } from './http/index.ts';
import { streamParts } from './stream-parts.ts';
import type { StreamReader } from './stream-reader.ts';

/** What an adapter has to bring; the rules that hold for every model are kept here, once. */
export interface Adapter<Event> {
  /** Full name: `openai/gpt-4o`. */
  readonly name: string;
  readonly capabilities: ModelCapabilities;
  readonly baseUrl: string;
  /** Headers with the key. Rejects with `provider/no-key`. */
  readonly credentials: () => Promise<Readonly<Record<string, string>>>;
  /** Longest wait for the first byte of a stream, in milliseconds. */
  readonly headersMs: number;
  readonly clock: Clock;
  readonly openStream: (request: ChatRequest, wire: Wire) => Promise<AsyncIterable<Event>>;
  readonly reader: (request: ChatRequest, wire: Wire) => StreamReader<Event>;
  /** All parts of an answer that was asked for as a whole. */
  readonly askWhole: (request: ChatRequest, wire: Wire) => Promise<readonly StreamPart[]>;
  /** An error of the SDK as ours; null when it is none of its own. */
  readonly mapError: (thrown: unknown, wire: Wire, nowMs: number) => AgentNetError | null;
}

/** A silence as long as this inside a body is the end of it. */
const IDLE_MS = 60_000;
/** A whole answer sends its headers only when all of it is written. */
const WHOLE_ANSWER_MS = 600_000;

export const createChatModel = <Event>(adapter: Adapter<Event>): ChatModel => {
  const { name, capabilities, baseUrl, clock } = adapter;

  const connect = async (signal: AbortSignal, headersMs: number): Promise<Wire> => {
    if (signal.aborted) throw new AgentNetError('provider/aborted', `The call to ${name} was aborted.`);
    const credentials = await adapter.credentials();
    return openWire({ signal, clock, model: name, baseUrl, credentials, headersMs, idleMs: IDLE_MS });
  };
  const explain = (thrown: unknown, wire: Wire): AgentNetError => {
    const known = wire.failure() ?? (thrown instanceof AgentNetError ? thrown : null);
    if (known) return known;
    if (thrown instanceof SyntaxError) {
      // The same error for an event that is no JSON and for one that the end of the body has cut.
      return wire.bodyEnded() ? cutAnswer(wire) : malformedAnswer(wire, 'a part of it is no JSON');
    }
    // What is left was thrown by an SDK that met a value of a type it did not expect.
    return (
      adapter.mapError(thrown, wire, clock.now()) ?? malformedAnswer(wire, 'it has an unknown shape', thrown)
    );
  };

  return {
    name,
    capabilities,
    async *stream(request, signal) {
      const wire = await connect(signal, adapter.headersMs);
      try {
        let hasContent = false;
        const events = await adapter.openStream(request, wire);
        for await (const part of streamParts(events, adapter.reader(request, wire), wire)) {
          if (part.kind === 'text-delta' || part.kind === 'tool-call') hasContent = true;
          if (part.kind === 'finish' && !hasContent) throw emptyAnswer(wire, part, request.maxOutputTokens);
          yield part;
        }
      } catch (thrown) {
        throw explain(thrown, wire);
      } finally {
        wire.close();
      }
    },
    async complete(request, signal) {
      const wire = await connect(signal, Math.max(adapter.headersMs, WHOLE_ANSWER_MS));
      try {
        const answer = collectAnswer(await adapter.askWhole(request, wire));
        if (answer.text === '' && answer.toolCalls.length === 0) {
          throw emptyAnswer(wire, answer, request.maxOutputTokens);
        }
        return answer;
      } catch (thrown) {
        if (thrown instanceof SyntaxError) throw malformedAnswer(wire, 'it is no JSON');
        throw explain(thrown, wire);
      } finally {
        wire.close();
      }
    },
  };
};

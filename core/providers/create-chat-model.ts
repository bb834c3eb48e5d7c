import { AgentNetError } from '../contract/index.ts';
import type { Clock } from '../effects/index.ts';
import { cutAnswer, emptyAnswer, malformedAnswer } from './answer-errors.ts';
import type { ChatModel, ChatRequest, ModelCapabilities, StreamPart } from './chat-model.ts';
import { collectAnswer } from './collect-answer.ts';
import { openWire, type Wire } from './http/index.ts';
import { streamParts } from './stream-parts.ts';
import type { StreamReader } from './stream-reader.ts';
import type { JsonRecord } from './untrusted-json.ts';
import type { WaitLimits } from './wait-limits.ts';
import { wholeBody } from './whole-body.ts';

/** What an adapter has to bring; the rules that hold for every model are kept here, once. */
export interface Adapter<Event> {
  /** Full name: `openai/gpt-4o`. */
  readonly name: string;
  readonly capabilities: ModelCapabilities;
  readonly baseUrl: string;
  /** Headers with the key. Rejects with `provider/no-key`. */
  readonly credentials: () => Promise<Readonly<Record<string, string>>>;
  readonly waits: WaitLimits;
  readonly clock: Clock;
  readonly openStream: (request: ChatRequest, wire: Wire) => Promise<AsyncIterable<Event>>;
  readonly reader: (request: ChatRequest, wire: Wire) => StreamReader<Event>;
  /**
   * All parts of an answer that came as one JSON object: some servers do not stream, whatever they are
   * asked for. Absent where the reader of events takes that as well.
   */
  readonly readWhole?: (body: JsonRecord, request: ChatRequest, wire: Wire) => readonly StreamPart[];
  /** An error of the SDK as ours; null when it is none of its own. */
  readonly mapError: (thrown: unknown, wire: Wire, nowMs: number) => AgentNetError | null;
}

/** Every call streams on the wire, one for a whole answer too, so that silence is told from work. */
export const createChatModel = <Event>(adapter: Adapter<Event>): ChatModel => {
  const { name, capabilities, baseUrl, clock, waits } = adapter;

  const connect = async (signal: AbortSignal): Promise<Wire> => {
    if (signal.aborted) throw new AgentNetError('provider/aborted', `The call to ${name} was aborted.`);
    const credentials = await adapter.credentials();
    return openWire({ signal, clock, model: name, baseUrl, credentials, ...waits });
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

  async function* partsOf(request: ChatRequest, wire: Wire): AsyncGenerator<StreamPart> {
    const events = await adapter.openStream(request, wire);
    const text = adapter.readWhole && wire.wholeText();
    if (adapter.readWhole && text) {
      yield* adapter.readWhole(wholeBody(await text, wire), request, wire);
      return;
    }
    yield* streamParts(events, adapter.reader(request, wire), wire);
  }
  async function* stream(request: ChatRequest, signal: AbortSignal): AsyncGenerator<StreamPart> {
    const wire = await connect(signal);
    try {
      let hasContent = false;
      for await (const part of partsOf(request, wire)) {
        if (part.kind === 'text-delta' || part.kind === 'tool-call') hasContent = true;
        if (part.kind === 'finish' && !hasContent) throw emptyAnswer(wire, part, request.maxOutputTokens);
        yield part;
      }
    } catch (thrown) {
      throw explain(thrown, wire);
    } finally {
      wire.close();
    }
  }

  return {
    name,
    capabilities,
    stream,
    complete: async (request, signal) => {
      const parts: StreamPart[] = [];
      for await (const part of stream(request, signal)) parts.push(part);
      return collectAnswer(parts);
    },
  };
};

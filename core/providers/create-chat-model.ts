import { emptyAnswer } from './answer-errors.ts';
import type { ChatModel, ChatRequest, ModelCapabilities, StreamPart } from './chat-model.ts';
import { collectAnswer } from './collect-answer.ts';
import { type ErrorMap, explainFailure } from './explain-failure.ts';
import type { Wire } from './http/index.ts';
import { type CallTarget, openCall } from './open-call.ts';
import { streamParts } from './stream-parts.ts';
import type { StreamReader } from './stream-reader.ts';
import type { JsonRecord } from './untrusted-json.ts';
import { wholeBody } from './whole-body.ts';

/** What an adapter has to bring; the rules that hold for every model are kept here, once. */
export interface Adapter<Event> extends CallTarget, ErrorMap {
  readonly capabilities: ModelCapabilities;
  readonly openStream: (request: ChatRequest, wire: Wire) => Promise<AsyncIterable<Event>>;
  readonly reader: (request: ChatRequest, wire: Wire) => StreamReader<Event>;
  /**
   * All parts of an answer that came as one JSON object: some servers do not stream, whatever they are
   * asked for. Absent where the reader of events takes that as well.
   */
  readonly readWhole?: (body: JsonRecord, request: ChatRequest, wire: Wire) => readonly StreamPart[];
}

/** Every call streams on the wire, one for a whole answer too, so that silence is told from work. */
export const createChatModel = <Event>(adapter: Adapter<Event>): ChatModel => {
  const { name, capabilities, clock } = adapter;

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
    const wire = await openCall(adapter, signal);
    try {
      let hasContent = false;
      for await (const part of partsOf(request, wire)) {
        if (part.kind === 'text-delta' || part.kind === 'tool-call') hasContent = true;
        if (part.kind === 'finish' && !hasContent) throw emptyAnswer(wire, part, request.maxOutputTokens);
        yield part;
      }
    } catch (thrown) {
      throw explainFailure(thrown, wire, adapter, clock.now());
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

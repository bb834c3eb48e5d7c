import { emptyAnswer } from './answer-errors.ts';
import type { ChatModel, ChatRequest, ModelCapabilities, StreamPart } from './chat-model.ts';
import { collectAnswer } from './collect-answer.ts';
import { type ErrorMap, explainFailure } from './explain-failure.ts';
import type { Wire } from './http/index.ts';
import { type CallTarget, openCall } from './open-call.ts';
import { type PartSource, partStream } from './part-stream.ts';
import { type PartRedactor, redactParts } from './redact-parts.ts';
import { streamEnd } from './stream-end.ts';
import type { StreamReader } from './stream-reader.ts';
import type { JsonRecord } from './untrusted-json.ts';
import { wholeBody } from './whole-body.ts';

/** What an adapter has to bring; the rules that hold for every model are kept here, once. */
export interface Adapter<Event> extends CallTarget, ErrorMap {
  readonly capabilities: ModelCapabilities;
  /** The events of the answer, in lists of those that came together. */
  readonly openStream: (request: ChatRequest, wire: Wire) => Promise<AsyncIterable<readonly Event[]>>;
  readonly reader: (request: ChatRequest, wire: Wire) => StreamReader<Event>;
  /**
   * All parts of an answer that came as one JSON object: some servers do not stream, whatever they are
   * asked for. Absent where the reader of events takes that as well.
   */
  readonly readWhole?: (body: JsonRecord, request: ChatRequest, wire: Wire) => readonly StreamPart[];
}

/** An answer that has come as a whole: all is in its end. */
const wholeSource = <Event>(parts: readonly StreamPart[]): PartSource<Event> => ({
  events: { next: async () => ({ done: true, value: undefined }) },
  read: () => [],
  end: () => ({ parts, failure: null }),
});

/** Every call streams on the wire, one for a whole answer too, so that silence is told from work. */
export const createChatModel = <Event>(adapter: Adapter<Event>): ChatModel => {
  const { name, capabilities, clock } = adapter;

  const stream = (request: ChatRequest, signal: AbortSignal): AsyncIterableIterator<StreamPart> => {
    let wire: Wire | null = null;
    let hasContent = false;
    let redactor: PartRedactor | null = null;
    const checked = (parts: readonly StreamPart[], on: Wire): readonly StreamPart[] => {
      for (const part of parts) {
        if (part.kind === 'text-delta' || part.kind === 'tool-call') hasContent = true;
        else if (part.kind === 'finish' && !hasContent) throw emptyAnswer(on, part, request.maxOutputTokens);
      }
      return redactor && parts.length > 0 ? redactor.take(parts) : parts;
    };
    const begin = async (): Promise<PartSource<Event>> => {
      const on = await openCall(adapter, signal);
      wire = on;
      redactor = on.answerRedaction && redactParts(on.answerRedaction);
      const events = await adapter.openStream(request, on);
      const text = adapter.readWhole && on.wholeText();
      if (adapter.readWhole && text) {
        return wholeSource(checked(adapter.readWhole(wholeBody(await text, on), request, on), on));
      }
      const reader = adapter.reader(request, on);
      return {
        events: events[Symbol.asyncIterator](),
        read: (event) => {
          const parts = reader.read(event);
          if (reader.isComplete()) on.expectEnd();
          return checked(parts, on);
        },
        end: (end) => {
          const { parts, failure } = streamEnd(end, reader, on);
          const last = checked(parts, on);
          return { parts: redactor ? [...last, ...redactor.rest()] : last, failure };
        },
      };
    };
    return partStream(
      begin,
      (thrown) => (wire ? explainFailure(thrown, wire, adapter, clock.now()) : thrown),
      () => wire?.close(),
    );
  };

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

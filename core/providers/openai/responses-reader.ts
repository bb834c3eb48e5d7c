import type { CallWarning } from '../../contract/index.ts';
import { malformedAnswer } from '../answer-errors.ts';
import { apiError } from '../api-error.ts';
import type { StreamPart } from '../chat-model.ts';
import { gatherToolCalls } from '../gather-tool-calls.ts';
import type { Wire } from '../http/index.ts';
import type { StreamReader } from '../stream-reader.ts';
import { type JsonRecord, listOf, recordOf, textOf } from '../untrusted-json.ts';
import { failureOf } from './map-error.ts';
import { mapResponsesFinishReason } from './map-finish-reason.ts';
import { mapResponsesUsage } from './map-usage.ts';

export interface ResponsesReader extends StreamReader<unknown> {
  /** Reads an answer that was asked for as a whole. */
  readonly readWhole: (response: unknown) => readonly StreamPart[];
}

const textPart = (kind: 'text-delta' | 'reasoning-delta', text: string): readonly StreamPart[] =>
  text === '' ? [] : [{ kind, text }];

/** Reads the typed events of the responses API, and its whole answers. Items of hosted tools are passed over. */
export const responsesReader = (
  wire: Wire,
  nowMs: () => number,
  warnings: readonly CallWarning[],
): ResponsesReader => {
  const calls = gatherToolCalls();
  let final: JsonRecord | null = null;
  let model = '';
  let refusal = '';

  const beginCall = (item: JsonRecord | null, key: string) => {
    if (item?.['type'] !== 'function_call') return;
    calls.begin(key, textOf(item['call_id']) || textOf(item['id']), textOf(item['name']));
    const given = textOf(item['arguments']);
    if (given !== '') calls.replace(key, given);
  };
  const readFinal = (response: JsonRecord | null) => {
    if (!response) throw malformedAnswer(wire, 'its last event holds no response');
    model = textOf(response['model']) || model;
    const failed = response['status'] === 'failed' || recordOf(response['error']);
    if (failed) throw apiError(failureOf(response['error'], 'the response failed'), wire, nowMs());
    final = response;
  };
  const keyOf = (event: JsonRecord, item: JsonRecord | null) =>
    textOf(event['item_id']) || textOf(item?.['id']) || String(event['output_index']);

  const read = (given: unknown): readonly StreamPart[] => {
    const event = recordOf(given);
    if (!event) throw malformedAnswer(wire, 'a part of it is no object');
    switch (event['type']) {
      case 'response.output_text.delta':
        return textPart('text-delta', textOf(event['delta']));
      case 'response.reasoning_summary_text.delta':
      case 'response.reasoning_text.delta':
        return textPart('reasoning-delta', textOf(event['delta']));
      case 'response.refusal.delta':
        refusal += textOf(event['delta']);
        return [];
      case 'response.function_call_arguments.delta':
        calls.add(keyOf(event, null), textOf(event['delta']));
        return [];
      case 'response.function_call_arguments.done':
        calls.replace(keyOf(event, null), textOf(event['arguments']));
        return [];
      case 'response.output_item.added':
      case 'response.output_item.done': {
        const item = recordOf(event['item']);
        beginCall(item, keyOf(event, item));
        return [];
      }
      case 'response.created':
      case 'response.in_progress':
        model ||= textOf(recordOf(event['response'])?.['model']);
        return [];
      case 'response.completed':
      case 'response.incomplete':
      case 'response.failed':
        readFinal(recordOf(event['response']));
        return [];
      case 'error':
        throw apiError(failureOf(event['error'] ?? event, 'the stream failed'), wire, nowMs());
      default:
        return [];
    }
  };
  const readItem = (item: JsonRecord, position: number): readonly StreamPart[] => {
    if (item['type'] === 'function_call') beginCall(item, `whole:${position}`);
    if (item['type'] === 'reasoning') {
      return [...listOf(item['summary']), ...listOf(item['content'])].flatMap((piece) =>
        textPart('reasoning-delta', textOf(recordOf(piece)?.['text'])),
      );
    }
    if (item['type'] !== 'message') return [];
    return listOf(item['content']).flatMap((piece) => {
      const content = recordOf(piece);
      refusal += textOf(content?.['refusal']);
      return content?.['type'] === 'output_text' ? textPart('text-delta', textOf(content['text'])) : [];
    });
  };

  return {
    read,
    readWhole: (given) => {
      const response = recordOf(given);
      if (!response) throw malformedAnswer(wire, 'it is no object');
      readFinal(response);
      return listOf(response['output']).flatMap((item, position) => {
        const record = recordOf(item);
        return record ? readItem(record, position) : [];
      });
    },
    isComplete: () => final !== null,
    toolCalls: calls.parts,
    finish: (requestId) => ({
      kind: 'finish',
      finishReason:
        refusal === ''
          ? mapResponsesFinishReason(
              textOf(final?.['status']) || null,
              textOf(recordOf(final?.['incomplete_details'])?.['reason']),
              calls.count() > 0,
            )
          : { unified: 'content-filter', raw: textOf(final?.['status']) || null },
      usage: mapResponsesUsage(final?.['usage']),
      model,
      requestId,
      warnings: refusal === '' ? warnings : [...warnings, { code: 'refusal', message: refusal }],
    }),
  };
};

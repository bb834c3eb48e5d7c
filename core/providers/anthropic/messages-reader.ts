import type { CallWarning } from '../../contract/index.ts';
import { cutAnswer, malformedAnswer } from '../answer-errors.ts';
import type { StreamPart } from '../chat-model.ts';
import { gatherToolCalls } from '../gather-tool-calls.ts';
import type { Wire } from '../http/index.ts';
import type { StreamReader } from '../stream-reader.ts';
import { type JsonRecord, listOf, recordOf, textOf } from '../untrusted-json.ts';
import { mapFinishReason } from './map-finish-reason.ts';
import { mapUsage } from './map-usage.ts';

export interface MessagesReader extends StreamReader<unknown> {
  /** Reads an answer that was asked for as a whole. */
  readonly readWhole: (message: JsonRecord) => readonly StreamPart[];
}

const thought = (text: string): readonly StreamPart[] =>
  text === '' ? [] : [{ kind: 'reasoning-delta', text }];

const withoutNulls = (record: JsonRecord | null): JsonRecord =>
  Object.fromEntries(Object.entries(record ?? {}).filter(([, value]) => value !== null));

/** Reads the events of the messages API, and its whole answers. Blocks of hosted tools are passed over. */
export const messagesReader = (wire: Wire, warnings: readonly CallWarning[]): MessagesReader => {
  let calls = gatherToolCalls();
  let usage: JsonRecord = {};
  let model = '';
  let stopReason: string | null = null;
  let refusal = '';
  let hasBegun = false;
  let hasText = false;

  /** Counts are running totals: the last one of each kind holds. */
  const readEnd = (delta: JsonRecord | null, counts: unknown) => {
    usage = { ...usage, ...withoutNulls(recordOf(counts)) };
    stopReason = textOf(delta?.['stop_reason']) || stopReason;
    refusal = textOf(recordOf(delta?.['stop_details'])?.['explanation']) || refusal;
  };
  /**
   * A server that fails over begins the message anew. What the first one had begun is dropped while it was
   * only thought or half a call; text that has been shown cannot be taken back, so that is a cut.
   */
  const readStart = (message: JsonRecord | null) => {
    if (hasText) throw cutAnswer(wire);
    if (hasBegun) calls = gatherToolCalls();
    hasBegun = true;
    model = textOf(message?.['model']) || model;
    usage = withoutNulls(recordOf(message?.['usage']));
  };
  const shown = (text: string): readonly StreamPart[] => {
    if (text === '') return [];
    hasText = true;
    return [{ kind: 'text-delta', text }];
  };
  const readBlock = (block: JsonRecord | null, index: number): readonly StreamPart[] => {
    switch (block?.['type']) {
      case 'text':
        return shown(textOf(block['text']));
      case 'thinking':
        return thought(textOf(block['thinking']));
      case 'tool_use': {
        calls.begin(index, textOf(block['id']), textOf(block['name']));
        const input = recordOf(block['input']);
        if (input && Object.keys(input).length > 0) calls.replace(index, JSON.stringify(input));
        return [];
      }
      default:
        return [];
    }
  };
  const readDelta = (delta: JsonRecord | null, index: number): readonly StreamPart[] => {
    switch (delta?.['type']) {
      case 'text_delta':
        return shown(textOf(delta['text']));
      case 'thinking_delta':
        return thought(textOf(delta['thinking']));
      case 'input_json_delta':
        calls.add(index, textOf(delta['partial_json']));
        return [];
      default:
        return [];
    }
  };
  return {
    read: (given) => {
      const event = recordOf(given);
      if (!event) throw malformedAnswer(wire, 'a part of it is no object');
      const index = typeof event['index'] === 'number' ? event['index'] : 0;
      switch (event['type']) {
        case 'message_start':
          readStart(recordOf(event['message']));
          return [];
        case 'content_block_start':
          return readBlock(recordOf(event['content_block']), index);
        case 'content_block_delta':
          return readDelta(recordOf(event['delta']), index);
        case 'message_delta':
          readEnd(recordOf(event['delta']), event['usage']);
          return [];
        default:
          return [];
      }
    },
    readWhole: (message) => {
      readStart(message);
      readEnd(message, message['usage']);
      return listOf(message['content']).flatMap((block, index) => readBlock(recordOf(block), index));
    },
    isComplete: () => stopReason !== null,
    toolCalls: (cut) => calls.parts(cut),
    finish: (requestId) => ({
      kind: 'finish',
      finishReason: mapFinishReason(stopReason),
      usage: mapUsage(usage),
      model,
      requestId,
      warnings: refusal === '' ? warnings : [...warnings, { code: 'refusal', message: refusal }],
    }),
  };
};

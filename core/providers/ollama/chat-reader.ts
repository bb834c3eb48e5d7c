import { malformedAnswer } from '../answer-errors.ts';
import type { ChatRequest, StreamPart } from '../chat-model.ts';
import { gatherToolCalls } from '../gather-tool-calls.ts';
import type { Wire } from '../http/index.ts';
import type { StreamReader } from '../stream-reader.ts';
import { type JsonRecord, listOf, recordOf, textOf } from '../untrusted-json.ts';
import { contextLoss } from './context-loss.ts';
import { mapFinishReason } from './map-finish-reason.ts';
import { mapUsage } from './map-usage.ts';

/** Reads the lines of a chat; a whole answer is one line. Tool calls come whole and without ids. */
export const chatReader = (wire: Wire, request: ChatRequest): StreamReader<unknown> => {
  const calls = gatherToolCalls();
  let last: JsonRecord | null = null;
  let model = '';

  return {
    read: (given) => {
      const line = recordOf(given);
      if (!line) throw malformedAnswer(wire, 'a part of it is no object');
      model ||= textOf(line['model']);
      if (line['done'] === true) last = line;
      const message = recordOf(line['message']);
      for (const item of listOf(message?.['tool_calls'])) {
        const details = recordOf(recordOf(item)?.['function']);
        if (!details) continue;
        const key = calls.count();
        calls.begin(key, textOf(recordOf(item)?.['id']), textOf(details['name']));
        calls.add(key, JSON.stringify(details['arguments'] ?? {}));
      }
      const parts: StreamPart[] = [];
      const reasoning = textOf(message?.['thinking']);
      const text = textOf(message?.['content']);
      if (reasoning !== '') parts.push({ kind: 'reasoning-delta', text: reasoning });
      if (text !== '') parts.push({ kind: 'text-delta', text });
      return parts;
    },
    isComplete: () => last !== null,
    toolCalls: calls.parts,
    finish: (requestId) => ({
      kind: 'finish',
      finishReason: mapFinishReason(textOf(last?.['done_reason']) || null, calls.count() > 0),
      usage: mapUsage(last),
      model,
      requestId,
      warnings: contextLoss(wire.model, request, last),
    }),
  };
};

import type { CallWarning } from '../../contract/index.ts';
import { malformedAnswer } from '../answer-errors.ts';
import type { StreamPart } from '../chat-model.ts';
import { gatherToolCalls } from '../gather-tool-calls.ts';
import type { Wire } from '../http/index.ts';
import type { StreamReader } from '../stream-reader.ts';
import { type JsonRecord, listOf, recordOf, textOf } from '../untrusted-json.ts';
import { filteredCategories, filteredPrompt } from './filtered-content.ts';
import { mapChatFinishReason } from './map-finish-reason.ts';
import { mapChatUsage } from './map-usage.ts';

/** Mistral gives its content as a list of typed pieces, with its thinking among them. */
const partsOfPieces = (pieces: readonly unknown[]): readonly StreamPart[] =>
  pieces.flatMap((piece): readonly StreamPart[] => {
    const record = recordOf(piece);
    if (record?.['type'] === 'thinking') {
      const text = listOf(record['thinking'])
        .map((thought) => textOf(recordOf(thought)?.['text']))
        .join('');
      return text === '' ? [] : [{ kind: 'reasoning-delta', text }];
    }
    const text = textOf(record?.['text']);
    return text === '' ? [] : [{ kind: 'text-delta', text }];
  });

/** The first choice: we never ask for more, and those of others are not ours. */
const firstChoice = (choices: unknown): JsonRecord | null => {
  for (const choice of listOf(choices)) {
    const record = recordOf(choice);
    if (record && (record['index'] ?? 0) === 0) return record;
  }
  return null;
};

/**
 * Reads chunks of chat completions; a whole answer reads as one chunk with a `message` in place of the
 * `delta` (Perplexity sends both, and means something else by the other). Usage comes in a chunk of its own
 * after the finish reason.
 */
export const chatReader = (
  wire: Wire,
  warnings: readonly CallWarning[],
  place: 'delta' | 'message',
): StreamReader<unknown> => {
  const calls = gatherToolCalls();
  const latest = new Map<number, { readonly key: string; id: string }>();
  let model = '';
  let finishReason: string | null = null;
  let refusal = '';
  let usage: unknown;
  /** What Azure's filter has found, of the prompt and of the answer. */
  const found = { prompt: new Set<string>(), answer: new Set<string>() };

  /** A server that gives all calls the same index tells them apart by a new id. */
  const keyOf = (index: number, id: string): string => {
    const current = latest.get(index);
    if (current && (id === '' || current.id === '' || current.id === id)) {
      current.id ||= id;
      return current.key;
    }
    const key = `${index}:${calls.count()}`;
    latest.set(index, { key, id });
    return key;
  };
  const readToolCalls = (list: readonly unknown[]) => {
    for (const [position, item] of list.entries()) {
      const call = recordOf(item);
      const details = recordOf(call?.['function']);
      if (!call || !details) continue;
      const id = textOf(call['id']);
      const key = keyOf(typeof call['index'] === 'number' ? call['index'] : position, id);
      calls.begin(key, id, textOf(details['name']));
      const given = details['arguments'];
      calls.add(key, recordOf(given) ? JSON.stringify(given) : textOf(given));
    }
  };

  const filterWarnings = (): readonly CallWarning[] =>
    (['prompt', 'answer'] as const)
      .filter((side) => found[side].size > 0)
      .map((side) => ({
        code: 'content-filter',
        message: `The content filter found in the ${side} of ${wire.model}: ${[...found[side]].join(', ')}.`,
      }));

  return {
    read: (event) => {
      const chunk = recordOf(event);
      if (!chunk) throw malformedAnswer(wire, 'a part of it is no object');
      model ||= textOf(chunk['model']);
      if (recordOf(chunk['usage'])) usage = chunk['usage'];
      for (const category of filteredPrompt(chunk['prompt_filter_results'])) found.prompt.add(category);
      const choice = firstChoice(chunk['choices']);
      if (!choice) return [];
      if (choice['content_filter_results'] !== undefined) {
        for (const category of filteredCategories(choice['content_filter_results']))
          found.answer.add(category);
      }
      if (typeof choice['finish_reason'] === 'string') finishReason = choice['finish_reason'];
      const delta = recordOf(choice[place]);
      if (!delta) return [];
      refusal += textOf(delta['refusal']);
      readToolCalls(listOf(delta['tool_calls']));
      const parts: StreamPart[] = [];
      const reasoning = textOf(delta['reasoning_content']) || textOf(delta['reasoning']);
      if (reasoning !== '') parts.push({ kind: 'reasoning-delta', text: reasoning });
      const { content } = delta;
      if (typeof content === 'string') {
        if (content !== '') parts.push({ kind: 'text-delta', text: content });
      } else if (Array.isArray(content)) {
        parts.push(...partsOfPieces(content));
      }
      return parts;
    },
    isComplete: () => finishReason !== null && finishReason !== '',
    toolCalls: calls.parts,
    finish: (requestId) => ({
      kind: 'finish',
      finishReason:
        refusal === ''
          ? mapChatFinishReason(finishReason, calls.count() > 0)
          : { unified: 'content-filter', raw: finishReason },
      usage: mapChatUsage(usage),
      model,
      requestId,
      warnings: [
        ...warnings,
        ...filterWarnings(),
        ...(refusal === '' ? [] : [{ code: 'refusal', message: refusal }]),
      ],
    }),
  };
};

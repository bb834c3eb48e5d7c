import type { FinishReason } from '../../contract/index.ts';

const unified: Readonly<Record<string, FinishReason['unified']>> = {
  stop: 'stop',
  length: 'length',
  tool_calls: 'tool-calls',
  function_call: 'tool-calls',
  content_filter: 'content-filter',
  error: 'error',
};

const named = (table: typeof unified, word: string): FinishReason['unified'] =>
  (Object.hasOwn(table, word) ? table[word] : undefined) ?? 'other';

/** Of chat completions. Some servers say `stop` after tool calls: what came decides. */
export const mapChatFinishReason = (raw: string | null, hasToolCalls: boolean): FinishReason => {
  const reason = named(unified, raw ?? '');
  return { unified: hasToolCalls && reason === 'stop' ? 'tool-calls' : reason, raw };
};

/** Of responses: a status, and for an incomplete one the reason beside it. */
export const mapResponsesFinishReason = (
  status: string | null,
  incompleteReason: string,
  hasToolCalls: boolean,
): FinishReason => {
  if (status === 'completed') return { unified: hasToolCalls ? 'tool-calls' : 'stop', raw: status };
  if (incompleteReason === 'max_output_tokens') return { unified: 'length', raw: status };
  if (incompleteReason === 'content_filter') return { unified: 'content-filter', raw: status };
  return { unified: 'other', raw: status };
};

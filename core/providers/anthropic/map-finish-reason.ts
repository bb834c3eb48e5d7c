import type { FinishReason } from '../../contract/index.ts';

const unified: Readonly<Record<string, FinishReason['unified']>> = {
  end_turn: 'stop',
  stop_sequence: 'stop',
  max_tokens: 'length',
  model_context_window_exceeded: 'length',
  tool_use: 'tool-calls',
  refusal: 'content-filter',
};

export const mapFinishReason = (raw: string | null): FinishReason => ({
  unified: (raw !== null && Object.hasOwn(unified, raw) ? unified[raw] : undefined) ?? 'other',
  raw,
});

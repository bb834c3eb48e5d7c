import type { FinishReason } from '../../contract/index.ts';

/** The server says `stop` after tool calls too: what came decides. */
export const mapFinishReason = (raw: string | null, hasToolCalls: boolean): FinishReason => {
  if (raw === 'stop') return { unified: hasToolCalls ? 'tool-calls' : 'stop', raw };
  if (raw === 'length') return { unified: 'length', raw };
  return { unified: 'other', raw };
};

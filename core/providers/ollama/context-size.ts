import { estimateTokens } from '../../contract/index.ts';
import type { ChatRequest } from '../chat-model.ts';

/** What a server gives a model when nothing is asked for. */
const STANDARD_TOKENS = 4_096;
/** The model's own tokenizer may find more tokens than our estimate. */
const RESERVE = 1.25;

/**
 * Context to ask for, in tokens; undefined where the standard is enough. A server silently drops the
 * beginning of a longer prompt. Sizes double, because every other size makes it load the model anew.
 */
export const contextSize = (
  request: Pick<ChatRequest, 'messages' | 'maxOutputTokens'>,
): number | undefined => {
  const prompt = request.messages.reduce((sum, { content }) => sum + estimateTokens(content), 0);
  const needed = Math.ceil(prompt * RESERVE) + request.maxOutputTokens;
  if (needed <= STANDARD_TOKENS) return undefined;
  return 2 ** Math.ceil(Math.log2(needed));
};

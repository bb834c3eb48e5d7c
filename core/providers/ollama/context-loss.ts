import { type CallWarning, estimateTokens } from '../../contract/index.ts';
import type { ChatRequest } from '../chat-model.ts';
import { countOf, type JsonRecord } from '../untrusted-json.ts';
import { contextSize } from './context-size.ts';

/**
 * A prompt of which less than this share was read has lost something. Our estimate of English text is at
 * most a sixth too high, of other scripts up to a factor of two.
 */
const LEAST_SHARE = { latin: 0.75, other: 0.4 } as const;
/** Below this many tokens the words around a prompt weigh more than the prompt. */
const FEWEST_TOKENS = 100;
/** Contexts are powers of two, and a prompt that was cut to one fills it exactly. */
const SMALLEST_CONTEXT = 2_048;

const isLatin = (text: string): boolean => {
  let beyond = 0;
  for (let index = 0; index < text.length; index += 1) if (text.charCodeAt(index) > 0x24f) beyond += 1;
  return beyond * 20 < text.length;
};

const isFullContext = (tokens: number) => tokens >= SMALLEST_CONTEXT && Number.isInteger(Math.log2(tokens));

/**
 * What a server has dropped without a word, told from the last line of its answer. It cuts a prompt that is
 * longer than its context (`num_ctx`), which it may have made smaller than it was asked for: to what the
 * model was trained with, or to what its settings allow. A warning, because the answer is there and may do.
 */
export const contextLoss = (
  model: string,
  request: Pick<ChatRequest, 'messages' | 'maxOutputTokens'>,
  last: JsonRecord | null,
): readonly CallWarning[] => {
  const read = countOf(last?.['prompt_eval_count']);
  if (read === undefined) return [];
  const prompt = request.messages.map(({ content }) => content).join('\n');
  const estimate = estimateTokens(prompt);
  const asked = contextSize(request);
  const share = isLatin(prompt) ? LEAST_SHARE.latin : LEAST_SHARE.other;
  const isCut =
    estimate >= FEWEST_TOKENS && (read < estimate * share || (isFullContext(read) && read <= estimate));
  if (isCut) {
    const wanted = asked === undefined ? 'the prompt' : `the num_ctx of ${asked} that was asked for`;
    return [
      {
        code: 'context-truncated',
        message: `${model} read only ${read} of about ${estimate} tokens of the prompt: the context of the server is smaller than ${wanted}, and it left the beginning out without saying so. Raise OLLAMA_CONTEXT_LENGTH on the server, or use a model with a larger context.`,
      },
    ];
  }
  const written = countOf(last?.['eval_count']) ?? 0;
  const ranOut = last?.['done_reason'] === 'length' && written < request.maxOutputTokens;
  return ranOut
    ? [
        {
          code: 'context-full',
          message: `${model} had to stop after ${written} of ${request.maxOutputTokens} output tokens: its context (num_ctx) was full.`,
        },
      ]
    : [];
};

import type { Usage } from '../../contract/index.ts';
import { countOf, recordOf } from '../untrusted-json.ts';
import { usageOf } from '../usage-of.ts';

/**
 * Of chat completions. `output` includes the reasoning tokens, as this API counts them; a server that puts
 * them beside its output (xAI: the total is the sum of all three) is brought to the same.
 */
export const mapChatUsage = (reported: unknown): Usage => {
  const usage = recordOf(reported);
  if (!usage) return {};
  const input = countOf(usage['prompt_tokens']);
  const written = countOf(usage['completion_tokens']);
  const reasoning = countOf(recordOf(usage['completion_tokens_details'])?.['reasoning_tokens']);
  const apart =
    input !== undefined &&
    written !== undefined &&
    reasoning !== undefined &&
    reasoning > 0 &&
    usage['total_tokens'] === input + written + reasoning;
  return usageOf({
    input,
    output: apart ? written + reasoning : written,
    cached_read:
      countOf(recordOf(usage['prompt_tokens_details'])?.['cached_tokens']) ??
      countOf(usage['prompt_cache_hit_tokens']),
    cached_write: countOf(recordOf(usage['prompt_tokens_details'])?.['cache_write_tokens']),
    reasoning,
  });
};

/** Of responses. */
export const mapResponsesUsage = (reported: unknown): Usage => {
  const usage = recordOf(reported);
  if (!usage) return {};
  return usageOf({
    input: countOf(usage['input_tokens']),
    output: countOf(usage['output_tokens']),
    cached_read: countOf(recordOf(usage['input_tokens_details'])?.['cached_tokens']),
    reasoning: countOf(recordOf(usage['output_tokens_details'])?.['reasoning_tokens']),
  });
};

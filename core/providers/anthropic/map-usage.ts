import type { Usage } from '../../contract/index.ts';
import { countOf, type JsonRecord, recordOf } from '../untrusted-json.ts';
import { usageOf } from '../usage-of.ts';

/**
 * `input` is all that was read, as everywhere in AgentNet; this API counts what came from the cache and what
 * was written into it apart.
 */
export const mapUsage = (usage: JsonRecord): Usage => {
  const fresh = countOf(usage['input_tokens']);
  const read = countOf(usage['cache_read_input_tokens']);
  const written = countOf(usage['cache_creation_input_tokens']);
  return usageOf({
    input: fresh === undefined ? undefined : fresh + (read ?? 0) + (written ?? 0),
    output: countOf(usage['output_tokens']),
    cached_read: read,
    cached_write: written,
    reasoning: countOf(recordOf(usage['output_tokens_details'])?.['thinking_tokens']),
  });
};

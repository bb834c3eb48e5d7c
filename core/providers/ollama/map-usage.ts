import type { Usage } from '../../contract/index.ts';
import { countOf, type JsonRecord } from '../untrusted-json.ts';
import { usageOf } from '../usage-of.ts';

/** Of the last line of an answer. */
export const mapUsage = (line: JsonRecord | null): Usage =>
  usageOf({ input: countOf(line?.['prompt_eval_count']), output: countOf(line?.['eval_count']) });

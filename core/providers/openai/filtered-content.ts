import { listOf, recordOf, textOf } from '../untrusted-json.ts';

/** `hate (medium)`; a category without a severity, like `jailbreak`, is its name alone. */
const described = (name: string, severity: string): string =>
  severity === '' || severity === 'safe' ? name : `${name} (${severity})`;

/** Categories that Azure's content filter has acted on or found, in words, out of one of its results. */
export const filteredCategories = (results: unknown): readonly string[] =>
  Object.entries(recordOf(results) ?? {}).flatMap(([name, value]) => {
    const result = recordOf(value);
    return result?.['filtered'] === true || result?.['detected'] === true
      ? [described(name, textOf(result['severity']))]
      : [];
  });

/** Those of the prompt, from the part of an answer that speaks of it. */
export const filteredPrompt = (results: unknown): readonly string[] =>
  listOf(results).flatMap((item) => filteredCategories(recordOf(item)?.['content_filter_results']));

import { expect, it } from 'vitest';
import { mapUsage } from '../../../../../core/providers/ollama/map-usage.ts';

it('takes both counts, and none where a cached prompt has none', () => {
  expect(mapUsage({ prompt_eval_count: 26, eval_count: 12 })).toEqual({ input: 26, output: 12 });
  expect(mapUsage({ eval_count: 12 })).toEqual({ output: 12 });
  expect(mapUsage(null)).toEqual({});
});

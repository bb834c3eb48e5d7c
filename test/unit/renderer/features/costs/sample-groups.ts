import type { CostGroup } from '../../../../../core/contract/index.ts';

/** A group as the core answers with it; change what a test is about. */
export const group = (key: string, changes: Partial<CostGroup> = {}): CostGroup => ({
  key,
  label: key,
  usd: 0,
  calls: 1,
  unknown_calls: 0,
  estimated_calls: 0,
  cached_calls: 0,
  tokens: { input: 0, output: 0, cached_read: 0, cached_write: 0, reasoning: 0 },
  ...changes,
});

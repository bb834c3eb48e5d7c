import type { ResolvedSpecification } from '../../../../../core/contract/index.ts';

/** A resolved specification with everything at its default but what a test names. */
export const specification = (changes: Partial<ResolvedSpecification> = {}): ResolvedSpecification => ({
  name: 'test',
  mode: 'debate',
  topic: 'Where to keep the cache',
  agents: ['Athena@1.0.0', 'Apollo@1.0.0', 'Hermes@1.0.0'],
  strategy: 'round_robin',
  max_rounds: 3,
  convergence: { methods: ['lexical', 'stagnation'], threshold: 0.82 },
  vote: null,
  moderator: 'Moderator@1.0.0',
  judge: null,
  synthesizer: 'Synthesizer@1.0.0',
  model: null,
  max_output_tokens: null,
  context_tokens: 8000,
  budget: {},
  seed: 7,
  metadata: {},
  ...changes,
});

import type { CoreApi, SessionSpecificationInput } from '../../../core/contract/index.ts';

/** A debate of two on the offline models, without an early end; change what a test is about. */
export const debate = (changes: Partial<SessionSpecificationInput> = {}): SessionSpecificationInput => ({
  name: 'quiet_harbour',
  mode: 'debate',
  topic: 'Should a small harbour town limit the number of cruise ships?',
  agents: ['Athena', 'Apollo'],
  max_rounds: 3,
  convergence: false,
  model: 'stub/debater',
  seed: 11,
  ...changes,
});

/** Starts a session behind the screen and answers with its id. */
export const start = async (core: CoreApi, specification = debate()): Promise<string> =>
  (await core['sessions.create']({ ...specification })).id;

/** From its next call on, whatever runs is as good as done. */
export const hurry = async (core: CoreApi): Promise<void> => {
  await core['settings.set']({ stub: { latency_ms: 20, tokens_per_s: 2000 } });
};

import { onTestFinished } from 'vitest';
import { type Core, type CoreConfig, createCore } from '../../core/app/index.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** A real core on a folder of this test alone, with stubs that answer at once. */
export const openCore = async (config: Partial<CoreConfig> = {}): Promise<Core> => {
  const core = await createCore({
    home: temporaryFolder(),
    host: 'cli',
    environment: { OLLAMA_HOST: 'http://127.0.0.1:9', AGENTNET_KEY_STORE: 'vault' },
    logTo: 'none',
    ...config,
  });
  onTestFinished(() => core.close());
  await core.api['settings.set']({ stub: { latency_ms: 0, tokens_per_s: 0 } });
  return core;
};

export const debate = (change: Record<string, unknown> = {}): Record<string, unknown> => ({
  mode: 'debate',
  topic: 'Designing a resilient edge network',
  agents: ['Athena', 'Apollo', 'Hermes'],
  max_rounds: 2,
  model: 'stub/debater',
  seed: 7,
  ...change,
});

import { defaultStubSettings, type ProviderSettings } from '../../../../core/providers/index.ts';

/** Settings of a fresh install, with a keychain that holds nothing. */
export const freshSettings: ProviderSettings = {
  entries: {},
  environment: {},
  stub: { ...defaultStubSettings, latencyMs: 0, tokensPerSecond: 0 },
  keyOf: async () => undefined,
};

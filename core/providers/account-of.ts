import { locateModel } from './locate-model.ts';
import type { ProviderSettings } from './provider-settings.ts';

/** Whose key, limits and health a call depends on. */
export interface Account {
  /** The provider part of the model's name. */
  readonly account: string;
  readonly limits: {
    readonly requestsPerMinute?: number | undefined;
    readonly tokensPerMinute?: number | undefined;
  };
  /** True for the offline stubs: no service stands behind them. */
  readonly isolated: boolean;
}

/** The account of a model's name; one of a name that nobody knows has no limits, and its call says what is wrong. */
export const accountOf = (name: string, settings: Pick<ProviderSettings, 'entries'>): Account => {
  const location = locateModel(name, settings);
  switch (location.kind) {
    case 'stub':
      return { account: 'stub', limits: {}, isolated: true };
    case 'unknown':
      return { account: location.provider, limits: {}, isolated: false };
    case 'entry': {
      const { provider, entry } = location;
      const { requests_per_minute, tokens_per_minute } = entry.limits ?? {};
      return {
        account: provider,
        limits: { requestsPerMinute: requests_per_minute, tokensPerMinute: tokens_per_minute },
        isolated: false,
      };
    }
  }
};

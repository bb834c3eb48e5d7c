import type { AgentNetError } from '../contract/index.ts';

/** Accounts whose key was refused; nothing is sent to them while it stands. */
export interface KeyGate {
  /** The error that the account's present key was refused with. */
  readonly refusal: (account: string) => AgentNetError | undefined | Promise<AgentNetError | undefined>;
  /** Holds for all calls that ask from now on. */
  readonly stop: (account: string, error: AgentNetError) => void;
  /** Settings or keys have changed: what is remembered only here is tried again. */
  readonly forgive: () => void;
}

/** Remembers until something changes, in this process. */
export const keyGateInMemory = (): KeyGate => {
  const refused = new Map<string, AgentNetError>();
  return {
    refusal: (account) => refused.get(account),
    stop: (account, error) => {
      refused.set(account, error);
    },
    forgive: () => refused.clear(),
  };
};

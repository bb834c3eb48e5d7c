import { AgentNetError } from '../contract/index.ts';
import type { Clock } from '../effects/index.ts';

/** Models of accounts that asked to be left alone. */
export interface Cooldowns {
  /** Milliseconds until the model may be asked; 0 now. */
  readonly leftMs: (account: string, model: string) => number;
  /** A shorter wait never replaces a longer one. */
  readonly cool: (account: string, model: string, ms: number) => void;
}

export const createCooldowns = (clock: Clock): Cooldowns => {
  const until = new Map<string, number>();
  const leftMs = (account: string, model: string): number => {
    const end = until.get(laneOf(account, model));
    if (end === undefined) return 0;
    const left = end - clock.elapsed();
    if (left > 0) return left;
    until.delete(laneOf(account, model));
    return 0;
  };
  return {
    leftMs,
    cool: (account, model, ms) => {
      if (ms > leftMs(account, model)) until.set(laneOf(account, model), clock.elapsed() + ms);
    },
  };
};

/** One model of one account. */
export const laneOf = (account: string, model: string): string => `${account} ${model}`;

const seconds = (ms: number): string => `${Math.max(1, Math.ceil(ms / 1_000))} s`;

/** A model that is cooling down for longer than the call can wait. */
export const coolingDown = (model: string, leftMs: number): AgentNetError =>
  new AgentNetError(
    'provider/rate-limited',
    `${model} asked for patience; it is left alone for ${seconds(leftMs)}.`,
    {
      remedy: 'Wait, or put another model behind it in the model chain.',
      data: { retry_after_ms: Math.ceil(leftMs) },
    },
  );

/** A model whose breaker is open. */
export const leftAlone = (model: string, waitMs: number): AgentNetError =>
  new AgentNetError(
    'provider/overloaded',
    `${model} has failed several times in a row; it is tried again in ${seconds(waitMs)}.`,
    {
      remedy: 'Wait, or put another model behind it in the model chain.',
      data: { retry_after_ms: Math.ceil(waitMs) },
    },
  );

/** A key that the provider has refused is not shown to it again. */
export const keyRefused = (account: string, model: string, refusal: AgentNetError): AgentNetError =>
  new AgentNetError('provider/auth', `${model} was not asked: ${account} has refused the key.`, {
    remedy: refusal.remedy ?? 'Change the key and try again.',
    data: { account },
    cause: refusal,
  });

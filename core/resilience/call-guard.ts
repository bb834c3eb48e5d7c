import { type AgentNetError, toAgentNetError } from '../contract/index.ts';
import { type Clock, chance } from '../effects/index.ts';
import { backOffMs } from './back-off.ts';
import { type CircuitBreaker, createCircuitBreaker, type Pass } from './circuit-breaker.ts';
import { coolingDown, createCooldowns, keyRefused, laneOf, leftAlone } from './cooldowns.ts';
import { type BegunAttempt, followAttempt } from './follow-attempt.ts';
import type { CallDelay, GuardedCall } from './guarded-call.ts';
import { type KeyGate, keyGateInMemory } from './key-gate.ts';
import { createRateLimiter, type RateLimiter, type RateTicket } from './rate-limiter.ts';
import { isKeyRefusal, isServiceFailure, type RetryRule, retryRuleOf, toldWaitMs } from './retry-rule.ts';

/** The one place where an attempt is made again; shared by all calls of a process. */
export interface CallGuard {
  /**
   * The parts of the first attempt that begins to answer. Throws the error of the last attempt as an
   * `AgentNetError`; an attempt that has given a part is never followed by another.
   */
  readonly stream: <Part>(call: GuardedCall<Part>, signal: AbortSignal) => AsyncIterable<Part>;
  /** Settings or keys have changed: accounts whose key was refused are asked again. */
  readonly forgive: () => void;
}

const BREAKER = { failures: 5, openMs: 30_000 };
/** Wait after a refusal for too many requests that does not say how long. */
const UNTOLD_WAIT_MS = 1_000;
/** How long a model is left alone when it refuses twice and does not say how long. */
const UNTOLD_COOLDOWN_MS = 10_000;
/** A timer may fire a moment before the time it was set for: what is left of a wait then is nothing to tell of. */
const MOMENT_MS = 5;

const always: Pass = { alive: () => {}, succeed: () => {}, fail: () => false, leave: () => {} };

export const createCallGuard = (clock: Clock, keyGate: KeyGate = keyGateInMemory()): CallGuard => {
  const cooldowns = createCooldowns(clock);
  const breakers = new Map<string, CircuitBreaker>();
  const limiters = new Map<string, RateLimiter>();

  const breakerOf = (lane: string): CircuitBreaker => {
    const breaker = breakers.get(lane) ?? createCircuitBreaker(BREAKER, clock);
    breakers.set(lane, breaker);
    return breaker;
  };
  const limiterOf = (account: string): RateLimiter => {
    const limiter = limiters.get(account) ?? createRateLimiter(clock);
    limiters.set(account, limiter);
    return limiter;
  };

  /** Resolves when an attempt may be made now; throws when it may not for longer than the call can wait. */
  const admit = async <Part>(call: GuardedCall<Part>, signal: AbortSignal) => {
    const { account, model } = call;
    if (call.isolated) return { pass: always, ticket: null };
    const refuse = async () => {
      const refusal = await keyGate.refusal(account);
      if (refusal) throw keyRefused(account, model, refusal);
    };
    await refuse();
    const since = clock.elapsed();
    let waits = false;
    const tell = (delay: CallDelay) => {
      waits = true;
      call.note({ kind: 'delayed', ...delay });
    };
    await coolDown(call, signal, tell);
    const ticket = await limiterOf(account).admit(call, call.limits, signal, tell);
    try {
      // While it waited, others may have learnt more.
      await coolDown(call, signal, tell);
      await refuse();
      const entry = breakerOf(laneOf(account, model)).enter();
      if (entry.kind === 'refused') throw leftAlone(model, entry.waitMs);
      if (waits) call.note({ kind: 'admitted', waitedMs: clock.elapsed() - since });
      return { pass: entry.pass, ticket };
    } catch (thrown) {
      ticket.settle(0);
      throw thrown;
    }
  };
  const coolDown = async <Part>(
    { account, model, patienceMs }: GuardedCall<Part>,
    signal: AbortSignal,
    tell: (delay: CallDelay) => void,
  ): Promise<void> => {
    for (let left = cooldowns.leftMs(account, model); left > 0; left = cooldowns.leftMs(account, model)) {
      if (left > patienceMs) throw coolingDown(model, left);
      if (left > MOMENT_MS) tell({ reason: 'cooldown', limit: null, waitMs: left });
      await clock.sleep(left, signal);
    }
  };

  /** What a failure means for later calls; true when its model is left alone from now on, by this call too. */
  const learn = <Part>(call: GuardedCall<Part>, error: AgentNetError, pass: Pass, last: boolean): boolean => {
    let opened = false;
    if (isServiceFailure(error)) opened = pass.fail();
    else pass.succeed();
    if (opened) call.note({ kind: 'cooldown', reason: 'failures', forMs: BREAKER.openMs });
    if (call.isolated) return false;
    if (isKeyRefusal(error)) {
      keyGate.stop(call.account, error);
      call.note({ kind: 'cooldown', reason: 'key-refused', forMs: null });
    }
    if (error.code === 'provider/rate-limited') {
      const forMs = toldWaitMs(error) ?? (last ? UNTOLD_COOLDOWN_MS : UNTOLD_WAIT_MS);
      cooldowns.cool(call.account, call.model, forMs);
      call.note({ kind: 'cooldown', reason: 'rate-limited', forMs });
    }
    return opened;
  };

  /** Makes attempts until one begins to answer, or ends with nothing to say. */
  const begin = async <Part>(call: GuardedCall<Part>, signal: AbortSignal): Promise<BegunAttempt<Part>> => {
    const tries = createTries();
    for (let attempt = 1; ; attempt += 1) {
      const { pass, ticket } = await admit(call, signal);
      try {
        const parts = (await call.attempt(signal))[Symbol.asyncIterator]();
        const first = await parts.next();
        pass.alive();
        return { first, parts, ...watching(call, signal, pass, ticket) };
      } catch (thrown) {
        ticket?.settle(0);
        if (signal.aborted) {
          pass.leave();
          throw thrown;
        }
        const error = toAgentNetError(thrown);
        const waitMs = tries.waitMs(error, call);
        const isLeftAlone = learn(call, error, pass, waitMs === undefined);
        if (isLeftAlone || waitMs === undefined || waitMs > call.patienceMs) throw error;
        call.note({ kind: 'retry', attempt, error, waitMs });
        await clock.sleep(waitMs, signal);
      }
    }
  };

  const watching = <Part>(
    call: GuardedCall<Part>,
    signal: AbortSignal,
    pass: Pass,
    ticket: RateTicket | null,
  ): Pick<BegunAttempt<Part>, 'seen' | 'failed' | 'left'> => ({
    seen: (result) => {
      if (result.done) {
        pass.succeed();
        return;
      }
      const used = ticket ? call.tokensUsed(result.value) : undefined;
      if (used !== undefined) ticket?.settle(used);
    },
    failed: (thrown) => {
      if (signal.aborted) {
        pass.leave();
        return thrown;
      }
      const error = toAgentNetError(thrown);
      learn(call, error, pass, true);
      return error;
    },
    left: pass.leave,
  });

  return {
    forgive: keyGate.forgive,
    stream: (call, signal) => followAttempt(() => begin(call, signal)),
  };
};

interface Tries {
  /** Milliseconds to wait before the same request is sent again; undefined when it is not. */
  readonly waitMs: <Part>(error: AgentNetError, call: GuardedCall<Part>) => number | undefined;
}

/** Counts the further attempts of one call, each kind of failure for itself. */
const createTries = (): Tries => {
  const made = new Map<RetryRule['name'], number>();
  return {
    waitMs: (error, { seed, id }) => {
      const rule = retryRuleOf(error);
      if (!rule) return undefined;
      const retry = (made.get(rule.name) ?? 0) + 1;
      if (retry > rule.most) return undefined;
      made.set(rule.name, retry);
      if (rule.wait === 'told') return toldWaitMs(error) ?? UNTOLD_WAIT_MS;
      return Math.max(
        toldWaitMs(error) ?? 0,
        backOffMs(retry, chance(seed, 'back-off', id, rule.name, retry)),
      );
    },
  };
};

import type { BudgetState, DowngradeMeasure, Settings } from '../contract/index.ts';
import type { Clock } from '../effects/index.ts';
import type { CapStanding, Caps, EventStore, Owner, ReservationAnswer } from '../storage/index.ts';
import { budgetStates } from './budget-states.ts';
import { localDay } from './local-day.ts';
import { createSessionTime, type SessionTime } from './session-time.ts';
import { createWaitingLine } from './waiting-line.ts';

/** What a call may use at worst. */
export interface CallNeed {
  readonly callId: string;
  readonly microUsd: number;
  readonly tokens: number;
  /** True for models on this machine: only caps in tokens concern them. */
  readonly isFree: boolean;
}

export type BudgetAnswer =
  | { readonly kind: 'granted' }
  | { readonly kind: 'awaited' | 'refused'; readonly standing: CapStanding };

export type SettledAnswer =
  | { readonly kind: 'granted' }
  | { readonly kind: 'refused'; readonly standing: CapStanding };

/** The budgets of the data folder, for the calls of one session. */
export interface SessionBudgets {
  /** Asks once. A granted call is reserved until its cost is stored. */
  reserve(need: CallNeed): Promise<BudgetAnswer>;
  /** Asks again whenever there may be room; rejects when the signal fires. */
  waitFor(need: CallNeed, signal: AbortSignal): Promise<SettledAnswer>;
  /** Gives back what was granted for a call that is not made. */
  release(callId: string): Promise<void>;
  /** Gives back what a process reserved that died before it recorded the intents; these calls are on record. */
  keepOnly(callIds: readonly string[]): Promise<void>;
  /** The time it runs, against the caps in seconds. */
  readonly time: SessionTime;
  /** The session's project. */
  readonly project: string;
  /** Micro-USD that all sessions have spent: today, in this project, within the last minute. */
  spent(measure: DowngradeMeasure): Promise<number>;
}

/** Reservations against the caps of day and project, exact over all sessions and processes of the data folder. */
export interface Ledger {
  forSession(sessionId: string, project: string): SessionBudgets;
  /** Caps that are set, how far they are used, and all that is reserved now. */
  state(): Promise<{ readonly reservedMicroUsd: number; readonly budgets: readonly BudgetState[] }>;
  close(): void;
}

interface LedgerOptions {
  readonly store: Pick<EventStore, 'reservations' | 'onChange'>;
  readonly clock: Clock;
  readonly owner: Owner;
  readonly budgets: () => Settings['budgets'];
}

/** Length of "the last minute" in milliseconds. */
const MINUTE_MS = 60_000;

const GRANTED = { kind: 'granted' } as const;

export const createLedger = ({ store, clock, owner, budgets }: LedgerOptions): Ledger => {
  const queue = createWaitingLine(clock);
  const stop = store.onChange((change) => {
    const settled =
      change.kind !== 'events' ||
      change.events.some(
        ({ type }) => type === 'cost-recorded' || type === 'call-ended' || type === 'session-ended',
      );
    if (settled) queue.wake();
  });

  const caps = () => {
    const { day, project } = budgets();
    return { day: capsOf(day), project: capsOf(project) };
  };

  const ask = async (sessionId: string, project: string, need: CallNeed): Promise<ReservationAnswer> => {
    const now = caps();
    const countsTokens = now.day.tokens !== undefined || now.project.tokens !== undefined;
    if (need.isFree && !countsTokens) return GRANTED;
    const at = clock.now();
    const { callId, tokens } = need;
    const microUsd = need.isFree ? 0 : need.microUsd;
    const request = { sessionId, callId, owner, at, day: localDay(at), project, microUsd, tokens, caps: now };
    return store.reservations.reserve(request);
  };

  const spentIn = async (sessionId: string, measure: DowngradeMeasure, project: string): Promise<number> => {
    const now = clock.now();
    switch (measure) {
      case 'day_usd':
        return (await store.reservations.spent(sessionId, 'day', localDay(now))).microUsd;
      case 'project_usd':
        return (await store.reservations.spent(sessionId, 'project', project)).microUsd;
      case 'usd_per_minute': {
        const costs = await store.reservations.costs({ by: 'day', from: now - MINUTE_MS, to: null });
        return costs.reduce((sum, cost) => sum + cost.microUsd, 0);
      }
    }
  };

  return {
    forSession: (sessionId, project) => ({
      project,
      time: createSessionTime({ store, clock, owner, sessionId, project, caps }),
      spent: (measure) => spentIn(sessionId, measure, project),
      reserve: (need) => ask(sessionId, project, need),
      waitFor: (need, signal) =>
        queue.inTurn(signal, async () => settled(await ask(sessionId, project, need))),
      release: async (callId) => {
        await store.reservations.release(sessionId, callId);
        queue.wake();
      },
      keepOnly: (callIds) => store.reservations.keepOnly(sessionId, callIds),
    }),
    state: async () => ({
      reservedMicroUsd: await store.reservations.reservedMicroUsd(),
      budgets: await budgetStates(store.reservations, budgets(), localDay(clock.now())),
    }),
    close: () => {
      stop();
      queue.wake();
    },
  };
};

const settled = (answer: BudgetAnswer): SettledAnswer | null =>
  answer.kind === 'granted'
    ? answer
    : answer.kind === 'refused'
      ? { kind: 'refused', standing: answer.standing }
      : null;

/** In whole micro-USD and milliseconds: the rest of one is nothing that can be spent. */
const capsOf = (caps: Settings['budgets']['day']): Caps => ({
  ...(caps?.usd !== undefined && { microUsd: Math.floor(Number((caps.usd * 1e6).toFixed(3))) }),
  ...(caps?.tokens !== undefined && { tokens: caps.tokens }),
  ...(caps?.seconds !== undefined && { ms: Math.floor(caps.seconds * 1000) }),
});

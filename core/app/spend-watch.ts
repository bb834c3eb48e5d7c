import { eventCatalog, type RunEvent, type Settings, SYSTEM_STREAM } from '../contract/index.ts';
import type { Clock } from '../effects/index.ts';
import type { EventStore } from '../storage/index.ts';

/** Spending is looked at over so many seconds. */
const WINDOW_S = 60;
/** After an alert nothing more is said for so many milliseconds. */
const QUIET_MS = 5 * 60_000;
/** Costs come in bursts: they are summed up at most this often, in milliseconds. */
const LOOK_EVERY_MS = 1_000;
/** Nobody waits for a webhook, and one that hangs is given up. */
const WEBHOOK_MS = 10_000;

interface SpendWatchOptions {
  readonly store: Pick<EventStore, 'onChange' | 'appendSystem' | 'read' | 'reservations'>;
  readonly clock: Clock;
  readonly alert: () => Settings['budgets']['alert'];
  /** Sends a document by POST; rejects on any failure. */
  readonly post: (url: string, document: object, signal: AbortSignal) => Promise<void>;
  /** For the log: an alert that could not be recorded or sent. */
  readonly failed: (error: Error) => void;
}

const others = (Object.keys(eventCatalog) as RunEvent['type'][]).filter((type) => type !== 'spend-alert');

/** When any process of the data folder told an alert last, in milliseconds since the epoch; long ago for never. */
const lastAlertAt = async (store: Pick<EventStore, 'read'>): Promise<number> => {
  let at = Number.NEGATIVE_INFINITY;
  for await (const batch of store.read(SYSTEM_STREAM, { without: others })) at = batch.at(-1)?.at ?? at;
  return at;
};

/**
 * Records an alert when all processes of the data folder together spend faster than the settings allow unsaid,
 * and tells the webhook where one is set. What one process has told the others leave unsaid. Returns the way to
 * end it, which waits for what is under way.
 */
export const watchSpending = (options: SpendWatchOptions): (() => Promise<void>) => {
  const { store, clock, alert, post, failed } = options;
  let lookAt = 0;
  let quietUntil = 0;
  let cancel: (() => void) | null = null;
  let looking: Promise<void> = Promise.resolve();

  const look = async (): Promise<void> => {
    const { usd_per_minute: limit, webhook } = alert() ?? {};
    const now = clock.now();
    if (limit === undefined || now < quietUntil) return;
    const costs = await store.reservations.costs({ by: 'day', from: now - WINDOW_S * 1000, to: null });
    const microUsd = costs.reduce((sum, cost) => sum + cost.microUsd, 0);
    const limitMicroUsd = Math.round(limit * 1e6);
    if (microUsd <= limitMicroUsd) return;
    quietUntil = (await lastAlertAt(store)) + QUIET_MS;
    if (now < quietUntil) return;
    quietUntil = now + QUIET_MS;
    const data = { window_s: WINDOW_S, micro_usd: microUsd, limit_micro_usd: limitMicroUsd };
    await store.appendSystem([{ type: 'spend-alert', data }], now);
    if (webhook === undefined) return;
    const document = { type: 'spend-alert', at: now, ...data };
    await post(webhook, document, AbortSignal.timeout(WEBHOOK_MS));
  };

  const plan = (): void => {
    if (cancel || alert()?.usd_per_minute === undefined) return;
    cancel = clock.schedule(Math.max(0, lookAt - clock.now()), () => {
      cancel = null;
      lookAt = clock.now() + LOOK_EVERY_MS;
      looking = looking.then(look).catch((error: unknown) => {
        failed(error instanceof Error ? error : new Error(String(error)));
      });
    });
  };

  const stop = store.onChange((change) => {
    if (change.kind !== 'events') return;
    if (change.events.some((event) => event.type === 'cost-recorded' && event.data.micro_usd)) plan();
  });
  return async () => {
    stop();
    cancel?.();
    await looking;
  };
};

import { type RunEvent, type SessionId, type SessionSummary, SYSTEM_STREAM } from '../contract/index.ts';
import type { Effects } from '../effects/index.ts';
import type { EventStore } from '../storage/index.ts';

type Change =
  | { readonly kind: 'changed'; readonly session: SessionSummary }
  | { readonly kind: 'deleted'; readonly id: string }
  /** Dollars spent within the window, and what the settings allow a minute. */
  | {
      readonly kind: 'spend-alert';
      readonly window_s: number;
      readonly usd: number;
      readonly limit_usd: number;
    };

/** A session that changes all the time is told at most this often, in milliseconds. */
const TELL_EVERY_MS = 250;
/** Sessions looked at when another process wrote to the data folder: it does not say which one it was. */
const FOREIGN_PAGE = 20;

/** Summaries of sessions whenever they change, until the signal fires. */
export async function* watchChanges(
  store: EventStore,
  effects: Effects,
  signal: AbortSignal,
): AsyncGenerator<Change> {
  const dirty = new Set<string>();
  const deleted = new Set<string>();
  const alerts: Change[] = [];
  let foreign = false;
  let wake = () => {};
  const unsubscribe = store.onChange((change) => {
    if (change.kind === 'foreign') foreign = true;
    else if (change.kind === 'deleted') deleted.add(change.sessionId);
    else if (change.sessionId === SYSTEM_STREAM) alerts.push(...alertsOf(change.events));
    else dirty.add(change.sessionId);
    wake();
  });
  const onAbort = () => wake();
  signal.addEventListener('abort', onAbort, { once: true });
  try {
    while (!signal.aborted) {
      if (dirty.size === 0 && deleted.size === 0 && alerts.length === 0 && !foreign) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
        continue;
      }
      const ids = [...dirty];
      const gone = [...deleted];
      const page = foreign ? (await store.sessions({ limit: FOREIGN_PAGE })).items : [];
      dirty.clear();
      deleted.clear();
      foreign = false;
      yield* alerts.splice(0);
      for (const id of gone) yield { kind: 'deleted', id };
      for (const session of page) yield { kind: 'changed', session };
      for (const id of ids) {
        const session = await store.session(id as SessionId);
        // A session inside of a node is looked at with the one around it.
        if (session && session.parent === undefined) yield { kind: 'changed', session };
      }
      await effects.clock.sleep(TELL_EVERY_MS, signal).catch(() => {});
    }
  } finally {
    unsubscribe();
    signal.removeEventListener('abort', onAbort);
  }
}

const alertsOf = (events: readonly RunEvent[]): readonly Change[] =>
  events.flatMap((event) =>
    event.type === 'spend-alert'
      ? [
          {
            kind: 'spend-alert' as const,
            window_s: event.data.window_s,
            usd: event.data.micro_usd / 1e6,
            limit_usd: event.data.limit_micro_usd / 1e6,
          },
        ]
      : [],
  );

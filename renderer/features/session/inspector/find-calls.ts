import type { CallOutcome, EventData, RunEvent } from '../../../../core/contract/index.ts';

/** A call of a turn: what was sent, and what came of it as far as it is known. */
export interface TurnCall {
  readonly started: EventData<'call-started'>;
  readonly outcome: CallOutcome | null;
  /** Attempts that failed and were made again, in their order. */
  readonly retries: readonly EventData<'call-retried'>[];
  /** What it waited for before it went out, in order; the time of waits that are over. */
  readonly delays: readonly (EventData<'call-delayed'> & { readonly waitedMs: number | null })[];
}

const STRETCH = 200;

/**
 * Reads the log backwards from `before` (the place where the turn ended) until the turn's start, and gives its
 * calls in their order.
 */
export const findCalls = async (
  load: (after: number, limit: number) => Promise<readonly RunEvent[]>,
  taskId: string,
  before: number,
): Promise<readonly TurnCall[]> => {
  let events: readonly RunEvent[] = [];
  for (let end = before; end > 0; end -= STRETCH) {
    const after = Math.max(0, end - STRETCH);
    const stretch = await load(after, end - after);
    events = [...stretch.filter((event) => belongsTo(event, taskId)), ...events];
    if (stretch.some((event) => event.type === 'turn-started' && event.data.task_id === taskId)) break;
  }
  return callsIn(events);
};

/** The calls of some events in their order. */
export const callsIn = (events: readonly RunEvent[]): readonly TurnCall[] => {
  const outcomes = new Map<string, CallOutcome>();
  const retries = new Map<string, EventData<'call-retried'>[]>();
  const delays = new Map<string, TurnCall['delays'][number][]>();
  for (const event of events) {
    if (event.type === 'call-delayed') {
      const { data } = event;
      delays.set(data.call_id, [...(delays.get(data.call_id) ?? []), { ...data, waitedMs: null }]);
    }
    if (event.type === 'call-admitted') {
      const { call_id: callId, waited_ms: waitedMs } = event.data;
      const told = delays.get(callId) ?? [];
      delays.set(callId, [...told.slice(0, -1), ...told.slice(-1).map((last) => ({ ...last, waitedMs }))]);
    }
    if (event.type === 'call-ended') outcomes.set(event.data.call_id, event.data.outcome);
    if (event.type === 'call-retried') {
      retries.set(event.data.call_id, [...(retries.get(event.data.call_id) ?? []), event.data]);
    }
  }
  return events.flatMap((event) =>
    event.type === 'call-started'
      ? [
          {
            started: event.data,
            outcome: outcomes.get(event.data.call_id) ?? null,
            retries: retries.get(event.data.call_id) ?? [],
            delays: delays.get(event.data.call_id) ?? [],
          },
        ]
      : [],
  );
};

const belongsTo = (event: RunEvent, taskId: string): boolean =>
  (event.type === 'call-started' ||
    event.type === 'call-ended' ||
    event.type === 'call-retried' ||
    event.type === 'call-delayed' ||
    event.type === 'call-admitted') &&
  event.data.task_id === taskId;

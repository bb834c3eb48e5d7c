import type { StreamPart } from './chat-model.ts';
import type { EventsEnd, StreamEnd } from './stream-end.ts';

/** What the parts of one call are made of. */
export interface PartSource<Event> {
  /** In lists of those that came together. */
  readonly events: AsyncIterator<readonly Event[]>;
  /** The parts that an event brings, often one or none. May throw. */
  readonly read: (event: Event) => readonly StreamPart[];
  readonly end: (end: EventsEnd) => StreamEnd;
}

type Result = IteratorResult<StreamPart, undefined>;

const OVER: Result = { done: true, value: undefined };

/**
 * The parts of a call, begun with the first `next`. An object and no generator: a generator would take
 * several turns of the microtask queue for every chunk, which is more than all else that is done with it.
 * `close` is called once, whatever happens, and `explain` makes an error of what was thrown.
 */
export const partStream = <Event>(
  begin: () => Promise<PartSource<Event>>,
  explain: (thrown: unknown) => unknown,
  close: () => void,
): AsyncIterableIterator<StreamPart> => {
  let source: PartSource<Event> | null = null;
  let events: readonly Event[] = [];
  let nextEvent = 0;
  let waiting: readonly StreamPart[] = [];
  let nextWaiting = 0;
  let eventCount = 0;
  let ending: StreamEnd | null = null;
  let isOver = false;

  const finish = () => {
    if (isOver) return;
    isOver = true;
    close();
  };
  const fail = (thrown: unknown): never => {
    const error = explain(thrown);
    finish();
    throw error;
  };
  const give = (parts: readonly StreamPart[]): Result | Promise<Result> => {
    if (parts.length === 0) return next();
    if (parts.length > 1) {
      waiting = parts;
      nextWaiting = 1;
    }
    return { done: false, value: parts[0] as StreamPart };
  };
  const endWith = (thrown: EventsEnd['thrown']): Result | Promise<Result> => {
    try {
      ending = source?.end({ eventCount, thrown }) ?? null;
      return give(ending?.parts ?? []);
    } catch (failed) {
      return fail(failed);
    }
  };
  /** From the events at hand, up to one that brings parts; null when none does. */
  const fromEvents = (from: PartSource<Event>): Result | Promise<Result> | null => {
    try {
      while (nextEvent < events.length) {
        const event = events[nextEvent] as Event;
        nextEvent += 1;
        eventCount += 1;
        const parts = from.read(event);
        if (parts.length > 0) return give(parts);
      }
      return null;
    } catch (error) {
      return leave().then(() => endWith({ error }));
    }
  };
  const onEvents = (result: IteratorResult<readonly Event[]>): Result | Promise<Result> => {
    if (result.done || !source) return endWith(null);
    events = result.value;
    nextEvent = 0;
    return fromEvents(source) ?? next();
  };
  const onThrown = (error: unknown) => endWith({ error });
  /** Lets the SDK give its request up; that it fails in doing so is of no interest any more. */
  const leave = async (): Promise<void> => {
    try {
      await source?.events.return?.();
    } catch {
      // Already broken off.
    }
  };
  const start = async (): Promise<Result> => {
    try {
      source = await begin();
    } catch (thrown) {
      return fail(thrown);
    }
    return await next();
  };
  const next = (): Promise<Result> => {
    if (nextWaiting < waiting.length) {
      const value = waiting[nextWaiting] as StreamPart;
      nextWaiting += 1;
      return Promise.resolve({ done: false, value });
    }
    if (source && !ending && !isOver) {
      const result = fromEvents(source);
      return result ? Promise.resolve(result) : source.events.next().then(onEvents, onThrown);
    }
    if (isOver) return Promise.resolve(OVER);
    if (ending) {
      const { failure } = ending;
      if (failure) return Promise.resolve().then(() => fail(failure.error));
      finish();
      return Promise.resolve(OVER);
    }
    return start();
  };

  return {
    next,
    return: async () => {
      if (isOver) return OVER;
      waiting = [];
      events = [];
      await leave();
      finish();
      return OVER;
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
};

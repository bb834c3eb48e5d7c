import type { LiveSignal, RunEvent, SessionId, WatchMessage } from '../contract/index.ts';
import type { EventStore } from '../storage/index.ts';
import type { LiveHub } from './live-hub.ts';

/** Messages that may wait for a slow reader before the log is read no further. */
const MOST_WAITING = 512;

interface Sources {
  readonly store: EventStore;
  readonly hub: LiveHub;
  /** Text of the calls under way in this process, from their beginning. */
  readonly liveText: (sessionId: string) => readonly LiveSignal[];
}

/**
 * A session as it is watched: stored events after `after`, the mark `caught-up`, then events after their
 * commit and live text as it comes. Ends after `session-ended`, or when the signal fires.
 */
export async function* watchSession(
  sources: Sources,
  sessionId: SessionId,
  after: number,
  signal: AbortSignal,
): AsyncGenerator<WatchMessage> {
  const queue = messageQueue();
  const ended = new AbortController();
  const both = AbortSignal.any([signal, ended.signal]);
  both.addEventListener('abort', queue.close, { once: true });
  const target = (await sources.store.head(sessionId))?.count ?? 0;
  let caughtUp = false;
  const catchUp = (seq: number) => {
    caughtUp = true;
    queue.push({ kind: 'caught-up', seq });
    for (const one of sources.liveText(sessionId)) queue.push({ kind: 'signal', signal: one });
  };
  const unsubscribe = sources.hub.subscribe(sessionId, (one) => {
    if (caughtUp) queue.push({ kind: 'signal', signal: one });
  });
  const reading = (async () => {
    if (after >= target) catchUp(target);
    for await (const batch of sources.store.tail(sessionId, after, both)) {
      for (const event of batch) {
        queue.push({ kind: 'event', event });
        if (!caughtUp && event.seq >= target) catchUp(event.seq);
      }
      if (endsSession(batch)) break;
      await queue.room();
    }
    queue.close();
  })().catch((error: unknown) => {
    if (both.aborted) queue.close();
    else queue.fail(error);
  });
  try {
    yield* queue.messages();
  } finally {
    unsubscribe();
    ended.abort();
    await reading;
  }
}

const endsSession = (batch: readonly RunEvent[]): boolean => batch.at(-1)?.type === 'session-ended';

interface MessageQueue {
  readonly push: (message: WatchMessage) => void;
  /** Resolves when the reader has taken enough. */
  readonly room: () => Promise<void>;
  readonly close: () => void;
  readonly fail: (error: unknown) => void;
  readonly messages: () => AsyncGenerator<WatchMessage>;
}

const messageQueue = (): MessageQueue => {
  let waiting: WatchMessage[] = [];
  let closed = false;
  let failure: { readonly error: unknown } | null = null;
  let wakeReader = () => {};
  let wakeWriter = () => {};
  return {
    push: (message) => {
      const last = waiting.at(-1);
      const joined = last && joinDeltas(last, message);
      if (joined) waiting[waiting.length - 1] = joined;
      else waiting.push(message);
      wakeReader();
    },
    room: () =>
      new Promise((resolve) => {
        if (closed || waiting.length < MOST_WAITING) resolve();
        else wakeWriter = resolve;
      }),
    close: () => {
      closed = true;
      wakeReader();
      wakeWriter();
    },
    fail: (error) => {
      failure = { error };
      closed = true;
      wakeReader();
      wakeWriter();
    },
    messages: async function* () {
      for (;;) {
        if (waiting.length === 0) {
          if (failure) throw failure.error;
          if (closed) return;
          await new Promise<void>((resolve) => {
            wakeReader = resolve;
          });
          continue;
        }
        const batch = waiting;
        waiting = [];
        wakeWriter();
        yield* batch;
      }
    },
  };
};

/** Two deltas of one call that follow each other are one: a slow reader gets fewer, not more. */
const joinDeltas = (a: WatchMessage, b: WatchMessage): WatchMessage | null => {
  if (a.kind !== 'signal' || b.kind !== 'signal' || a.signal.call_id !== b.signal.call_id) return null;
  if (a.signal.offset + a.signal.text.length !== b.signal.offset) return null;
  return { kind: 'signal', signal: { ...a.signal, text: a.signal.text + b.signal.text } };
};

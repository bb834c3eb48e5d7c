import { createStore } from 'zustand/vanilla';
import type {
  CoreApi,
  GraphRunView,
  RunEvent,
  SessionSnapshot,
  WatchMessage,
} from '../../../core/contract/index.ts';
import {
  foldGraphStatus,
  foldSessionView,
  graphRunView,
  graphStatusFrom,
  sessionViewFrom,
  snapshotOf,
} from '../../../core/projections/index.ts';
import { createNodeRuns } from '../graph-run/node-runs.ts';
import { isAbort } from '../words/explain-error.ts';
import { createLiveTexts } from './live-texts.ts';
import { createTurnPages } from './turn-pages.ts';

export type FeedState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly error: unknown }
  | {
      readonly kind: 'ready';
      readonly view: SessionSnapshot;
      /** The nodes of a task graph; null in modes without one. */
      readonly run: GraphRunView | null;
      /** Set when the tail broke off: what is shown is stored, what comes now is not seen. */
      readonly lost: unknown;
    };

interface FeedPorts {
  /** Runs the task before the next picture is drawn, once for all that arrived before. */
  readonly nextFrame: (task: () => void) => void;
  /** Milliseconds. */
  readonly now: () => number;
}

/**
 * A session as a screen sees it: the snapshot, then every event of the tail folded in. Nothing else changes it, so
 * a second window, a return to the screen and a live run all show the same.
 */
export const createSessionFeed = (core: CoreApi, id: string, ports: FeedPorts) => {
  const store = createStore<FeedState>(() => ({ kind: 'loading' }));
  const live = createLiveTexts();
  const runs = createNodeRuns();
  const pages = createTurnPages(
    async (after, limit) => (await core['sessions.turns']({ id, after, limit })).items,
    (error) => {
      const state = store.getState();
      if (state.kind === 'ready') store.setState({ ...state, lost: error }, true);
    },
  );

  const show = (view: SessionSnapshot, run: GraphRunView | null) => {
    if (run !== null) runs.take(run);
    store.setState({ kind: 'ready', view, run, lost: null }, true);
  };

  const follow = async (snapshot: SessionSnapshot, run: GraphRunView | null, signal: AbortSignal) => {
    const view = sessionViewFrom(snapshot);
    const status = run === null ? null : graphStatusFrom(run);
    let waiting: WatchMessage[] = [];
    const draw = () => {
      const messages = waiting;
      waiting = [];
      for (const message of messages) {
        if (message.kind === 'signal') live.take(message.signal, ports.now());
        if (message.kind !== 'event') continue;
        const { event } = message;
        const index = view.current?.turns.length ?? 0;
        foldSessionView(view, event);
        if (status !== null) foldGraphStatus(status, event);
        if (event.type === 'turn-ended' && (view.current?.turns.length ?? 0) > index)
          pages.put(index, event.data);
        // An answer that is whole stays in view until its turn is; what was broken off is kept as incomplete.
        const isOver =
          event.type === 'turn-ended' ||
          event.type === 'turn-failed' ||
          (event.type === 'call-ended' && event.data.outcome.kind !== 'answered');
        if (isOver) live.drop(event.data.task_id);
      }
      const next = snapshotOf(view);
      if (next !== undefined && !signal.aborted)
        show(next, status === null ? null : (graphRunView(status) ?? null));
      live.announce();
    };
    // The envelope is checked by the transport; the data of an event is what the core wrote.
    const tail = core['sessions.watch'](
      { id, after: snapshot.last_seq },
      { signal },
    ) as AsyncIterable<WatchMessage>;
    for await (const message of tail) {
      if (waiting.length === 0) ports.nextFrame(draw);
      waiting.push(message);
    }
    draw();
  };

  return {
    ...store,
    live,
    pages,
    runs,
    /** Loads and follows until the signal or the end of the session. Never rejects: the state says what failed. */
    run: async (signal: AbortSignal): Promise<void> => {
      try {
        const snapshot = await core['sessions.snapshot']({ id }, { signal });
        const hasGraph = snapshot.specification.workflow !== undefined;
        const run = hasGraph ? await core['sessions.graph']({ id }, { signal }) : null;
        if (signal.aborted) return;
        show(snapshot, run);
        if (snapshot.ended === null) await follow(snapshot, run, signal);
      } catch (error) {
        if (signal.aborted || isAbort(error)) return;
        const state = store.getState();
        store.setState(state.kind === 'ready' ? { ...state, lost: error } : { kind: 'failed', error }, true);
      }
    },
    /** The stored events of a stretch of the log. */
    events: async (after: number, limit: number, signal?: AbortSignal): Promise<readonly RunEvent[]> => {
      const { items } = await core['sessions.events']({ id, after, limit }, signal ? { signal } : {});
      return items as readonly RunEvent[];
    },
  };
};

export type SessionFeed = ReturnType<typeof createSessionFeed>;

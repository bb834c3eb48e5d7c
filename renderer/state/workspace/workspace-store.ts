import { createStore } from 'zustand/vanilla';
import type { CoreApi, ModelOffer, SessionSummary, Settings } from '../../../core/contract/index.ts';
import { isAbort } from '../words/explain-error.ts';
import { type SessionBook, withoutSession, withSummaries } from './session-book.ts';

type SystemInformation = Awaited<ReturnType<CoreApi['system.information']>>;
type ProviderHealth = Awaited<ReturnType<CoreApi['models.list']>>['providers'][number];

/** Whether news from the core arrives. */
type Connection = 'connecting' | 'live' | 'lost';

/** How far edits of a screen are kept: all of them, on their way, held up by a newer version, or not at all. */
type Keeping = 'kept' | 'keeping' | 'conflict' | 'failed';

interface WorkspaceState {
  readonly connection: Connection;
  /** False until the first lists have come. */
  readonly loaded: boolean;
  readonly error: unknown;
  readonly sessions: SessionBook;
  /** Sessions that went while the page was open; lists that hold them drop them. */
  readonly deleted: ReadonlySet<string>;
  /** How many sessions there are, more than the book may hold. */
  readonly total: number;
  readonly settings: Settings | null;
  readonly system: SystemInformation | null;
  readonly models: readonly ModelOffer[];
  readonly providers: readonly ProviderHealth[];
  readonly keeping: Keeping;
  /** The last time that money went faster than the settings allow unsaid, while the page was open. */
  readonly spendAlert: { readonly window_s: number; readonly usd: number; readonly limit_usd: number } | null;
}

const RECENT = 200;

/** What every screen needs: the sessions of this data folder, the settings and what models there are. */
export const createWorkspace = (core: CoreApi) => {
  const store = createStore<WorkspaceState>(() => ({
    connection: 'connecting',
    loaded: false,
    error: null,
    sessions: new Map(),
    deleted: new Set(),
    total: 0,
    settings: null,
    system: null,
    models: [],
    providers: [],
    keeping: 'kept',
    spendAlert: null,
  }));

  const take = (summaries: readonly SessionSummary[]) =>
    store.setState(({ sessions }) => ({ sessions: withSummaries(sessions, summaries) }));
  let counting = false;
  /** How many there are is asked, not kept count of: other processes start and delete sessions too. */
  const count = async (signal: AbortSignal) => {
    if (counting) return;
    counting = true;
    try {
      const { total } = await core['sessions.list']({ limit: 1 }, { signal });
      store.setState({ total });
    } finally {
      counting = false;
    }
  };

  const loadModels = async (signal?: AbortSignal) => {
    const { items, providers } = await core['models.list']({}, signal ? { signal } : {});
    store.setState({ models: items, providers });
  };

  const load = async (signal: AbortSignal) => {
    const lists = [
      core['sessions.list']({ limit: RECENT }, { signal }),
      // Old ones too: whatever waits for a decision of the user is offered on the first screen.
      core['sessions.list']({ limit: RECENT, status: 'interrupted' }, { signal }),
      core['sessions.list']({ limit: RECENT, status: 'paused' }, { signal }),
    ];
    const [settings, system, ...pages] = await Promise.all([
      core['settings.get']({}, { signal }),
      core['system.information']({}, { signal }),
      ...lists,
    ]);
    for (const page of pages) take(page.items);
    store.setState({
      settings,
      system,
      total: pages[0]?.total ?? 0,
      loaded: true,
      connection: 'live',
      error: null,
    });
    // Asking a local server may take a while and nothing on the screen waits for it.
    await loadModels(signal).catch(() => undefined);
  };

  const follow = async (signal: AbortSignal) => {
    for await (const change of core['sessions.changes']({}, { signal })) {
      if (change.kind === 'spend-alert') {
        store.setState({ spendAlert: change });
        continue;
      }
      const { sessions: known, deleted } = store.getState();
      if (change.kind === 'changed') take([change.session]);
      else {
        store.setState({
          sessions: withoutSession(known, change.id),
          deleted: new Set([...deleted, change.id]),
        });
      }
      if (change.kind === 'deleted' || !known.has(change.session.id))
        void count(signal).catch(() => undefined);
    }
  };

  return {
    ...store,
    /** Loads and follows until the signal, from the start again whenever the news break off. Never rejects. */
    run: async (signal: AbortSignal, wait: (signal: AbortSignal) => Promise<void> = pause): Promise<void> => {
      while (!signal.aborted) {
        const attempt = new AbortController();
        const both = AbortSignal.any([signal, attempt.signal]);
        try {
          await Promise.all([load(both), follow(both)]);
          if (!signal.aborted) store.setState({ connection: 'lost' });
        } catch (error) {
          if (!signal.aborted && !isAbort(error)) store.setState({ connection: 'lost', error });
        } finally {
          attempt.abort();
        }
        await wait(signal);
      }
    },
    reloadModels: loadModels,
    /** Told by the transport when a stream loses its connection and has it again. */
    setConnection: (connection: Connection) => store.setState({ connection }),
    /** Told by a screen on which something is edited. */
    setSaving: (keeping: Keeping) => store.setState({ keeping }),
    changeSettings: async (change: Parameters<CoreApi['settings.set']>[0]): Promise<void> => {
      const settings = await core['settings.set'](change);
      store.setState({ settings });
    },
  };
};

const RETRY_MS = 3000;

const pause = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, RETRY_MS);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });

export type Workspace = ReturnType<typeof createWorkspace>;

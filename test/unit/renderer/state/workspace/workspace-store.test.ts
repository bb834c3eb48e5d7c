import { describe, expect, it } from 'vitest';
import type { CoreApi, SessionSummary, Settings } from '../../../../../core/contract/index.ts';
import { createWorkspace } from '../../../../../renderer/state/workspace/workspace-store.ts';

const summary = (id: string, at: number, status: SessionSummary['status'] = 'ended') =>
  ({ id, status, created_at: at, updated_at: at, totals: { usd: 0 } }) as SessionSummary;

type Change =
  | { readonly kind: 'changed'; readonly session: SessionSummary }
  | { readonly kind: 'deleted'; readonly id: string };

const settled = () => new Promise((resolve) => setImmediate(resolve));

/** A core with some sessions and news that the test sends. */
const coreOf = (sessions: readonly SessionSummary[], failures = 0) => {
  let failuresLeft = failures;
  let settings: Settings = {
    theme: 'system',
    default_model: 'stub/debater',
    stub: { latency_ms: 0, tokens_per_s: 0 },
    budgets: {},
  };
  let total = sessions.length;
  let send: (change: Change) => void = () => undefined;
  const core = {
    'sessions.list': async ({ status }: { status?: string }) => ({
      items: sessions.filter((session) => status === undefined || session.status === status),
      next_cursor: null,
      total,
    }),
    'settings.get': async () => {
      if (failuresLeft > 0) {
        failuresLeft -= 1;
        throw new Error('not yet');
      }
      return settings;
    },
    'settings.set': async (change: Partial<Settings>) => {
      settings = { ...settings, ...change };
      return settings;
    },
    'system.information': async () => ({ version: '0' }),
    'models.list': async () => ({ items: [{ name: 'stub/debater' }], providers: [] }),
    'sessions.changes': async function* (_input: object, { signal }: { signal: AbortSignal }) {
      const waiting: Change[] = [];
      let wake: () => void = () => undefined;
      send = (change) => {
        waiting.push(change);
        wake();
      };
      while (!signal.aborted) {
        yield* waiting.splice(0);
        await new Promise<void>((resolve) => {
          wake = resolve;
          signal.addEventListener('abort', () => resolve(), { once: true });
        });
      }
    },
  } as unknown as CoreApi;
  return {
    core,
    send: (change: Change, newTotal = total) => {
      total = newTotal;
      send(change);
      return settled();
    },
  };
};

describe('createWorkspace', () => {
  it('loads the sessions, the settings and the models', async () => {
    const workspace = createWorkspace(coreOf([summary('a', 1), summary('b', 2, 'interrupted')]).core);
    const abort = new AbortController();
    void workspace.run(abort.signal);
    await settled();
    const state = workspace.getState();
    expect([...state.sessions.keys()]).toEqual(['a', 'b']);
    expect(state).toMatchObject({
      connection: 'live',
      loaded: true,
      total: 2,
      settings: { theme: 'system' },
    });
    expect(state.models).toHaveLength(1);
    abort.abort();
  });

  it('follows what changes, begins and goes', async () => {
    const { core, send } = coreOf([summary('a', 1, 'running')]);
    const workspace = createWorkspace(core);
    const abort = new AbortController();
    void workspace.run(abort.signal);
    await settled();
    await send({ kind: 'changed', session: { ...summary('a', 1), updated_at: 5 } });
    expect(workspace.getState().sessions.get('a')?.status).toBe('ended');
    await send({ kind: 'changed', session: summary('b', 6) }, 2);
    await send({ kind: 'deleted', id: 'a' }, 1);
    const state = workspace.getState();
    expect([...state.sessions.keys()]).toEqual(['b']);
    expect(state.deleted.has('a')).toBe(true);
    expect(state.total).toBe(1);
    abort.abort();
  });

  it('says when the core cannot be reached, and tries again', async () => {
    const workspace = createWorkspace(coreOf([summary('a', 1)], 2).core);
    const abort = new AbortController();
    const seen: string[] = [];
    workspace.subscribe(({ connection }) => seen.push(connection));
    let waits = 0;
    void workspace.run(abort.signal, async () => {
      waits += 1;
    });
    for (let turn = 0; turn < 10; turn += 1) await settled();
    expect(waits).toBe(2);
    expect(seen).toContain('lost');
    expect(workspace.getState()).toMatchObject({ connection: 'live', loaded: true, error: null });
    abort.abort();
  });

  it('shows the settings that the core says are in force', async () => {
    const workspace = createWorkspace(coreOf([]).core);
    await workspace.changeSettings({ theme: 'light' });
    expect(workspace.getState().settings?.theme).toBe('light');
  });
});

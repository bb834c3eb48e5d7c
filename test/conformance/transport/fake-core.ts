import { setImmediate } from 'node:timers/promises';
import {
  AgentNetError,
  apiCatalog,
  type CoreApi,
  type SessionSummary,
  type WatchMessage,
} from '../../../core/contract/index.ts';

export const KNOWN = '11111111-1111-4111-8111-111111111111';

const PROBLEM = {
  where: { file: 'a.yaml', line: 3, column: 7, path: 'agents[1]' },
  kept: 'Nothing was started.',
  remedy: 'Did you mean Athena?',
  data: {
    problems: [{ code: 'input/unknown-agent', message: 'Atena', where: { line: 3 }, nearest: 'Athena' }],
  },
};

export const summary = (id: string, status: SessionSummary['status'] = 'running'): SessionSummary => ({
  id,
  name: 'a session',
  mode: 'debate',
  status,
  outcome: status === 'ended' ? 'completed' : null,
  topic: 'Grüße aus dem Netz 🌍',
  participants: ['Athena', 'Apollo'],
  models: ['stub/debater'],
  project: 'default',
  stub: true,
  round: 1,
  max_rounds: 2,
  turns: 1,
  totals: { usd: null, tokens: { input: 1, output: 2 }, calls: 1, repeated_calls: 0 },
  created_at: 1,
  updated_at: 2,
  ended_at: null,
});

export const event = (seq: number, type = 'turn-started') => ({
  seq,
  session_id: KNOWN,
  type,
  version: 1,
  at: 1_736_981_000_000 + seq,
  data: { text: `event ${seq} – ü` },
  prev: 'a'.repeat(64),
  hash: 'b'.repeat(64),
});

export interface FakeCore {
  readonly api: CoreApi;
  /** Streams that are open now. */
  readonly open: () => number;
  /** Messages that streams have given out. */
  readonly produced: () => number;
  readonly calls: { readonly name: string; readonly input: unknown }[];
}

export interface FakeCoreOptions {
  /** Stored events; after them `caught-up`. */
  readonly events?: number;
  /** What comes after that: nothing for ever, the end, or an error. */
  readonly after?: 'silence' | 'end' | 'error';
  readonly status?: SessionSummary['status'];
}

/**
 * A stand-in for a core of the next layers: it implements the procedures that these tests call, and parses its
 * inputs at its own door as the core does.
 */
export const fakeCore = ({
  events = 3,
  after: ending = 'end',
  status = 'running',
}: FakeCoreOptions = {}): FakeCore => {
  let open = 0;
  let produced = 0;
  const calls: { name: string; input: unknown }[] = [];

  const known = (id: string) => {
    if (id !== KNOWN) {
      throw new AgentNetError('input/unknown-session', `There is no session ${id}.`, PROBLEM);
    }
  };
  const watch = async function* (id: string, after: number, signal: AbortSignal | undefined) {
    open += 1;
    try {
      known(id);
      for (let seq = after + 1; seq <= events; seq += 1) {
        if (signal?.aborted) return;
        produced += 1;
        yield {
          kind: 'event',
          event: event(seq, seq === events && ending === 'end' ? 'session-ended' : undefined),
        } as WatchMessage;
        if (seq % 64 === 0) await setImmediate();
      }
      yield { kind: 'caught-up', seq: events } as const;
      if (ending === 'error')
        throw new AgentNetError('storage/full', 'The disk is full.', { kept: 'All of it.' });
      if (ending === 'silence') {
        await new Promise<void>((resolve) =>
          signal?.addEventListener('abort', () => resolve(), { once: true }),
        );
      }
    } finally {
      open -= 1;
    }
  };
  const procedures: Partial<Record<keyof CoreApi, unknown>> = {
    'sessions.list': async (input: unknown) => {
      calls.push({ name: 'sessions.list', input });
      const { limit } = apiCatalog['sessions.list'].input.parse(input);
      return { items: [summary(KNOWN)], next_cursor: null, total: limit };
    },
    'sessions.create': async (input: unknown) => {
      calls.push({ name: 'sessions.create', input });
      return summary(KNOWN);
    },
    'sessions.summary': async ({ id }: { id: string }) => {
      known(id);
      return summary(id, status);
    },
    'sessions.events': async (input: { id: string }) => {
      const { id, after, limit } = apiCatalog['sessions.events'].input.parse(input);
      known(id);
      const seqs = Array.from({ length: events }, (_, index) => index + 1).filter((seq) => seq > after);
      return { items: seqs.slice(0, limit).map((seq) => event(seq)), last_seq: events };
    },
    'sessions.pause': async (input: { id: string }) => {
      calls.push({ name: 'sessions.pause', input });
      known(input.id);
      return summary(input.id, 'pausing');
    },
    'sessions.delete': async ({ id }: { id: string }) => {
      known(id);
      return { id, events, other_chains_intact: true };
    },
    'sessions.verify': async (_input: unknown, options?: { signal?: AbortSignal }) => {
      open += 1;
      try {
        await new Promise((_resolve, reject) =>
          options?.signal?.addEventListener('abort', () => reject(options.signal?.reason), { once: true }),
        );
      } finally {
        open -= 1;
      }
    },
    'sessions.replay': async () => {
      throw new TypeError('x is not a function');
    },
    'sessions.watch': (input: { id: string }, options?: { signal?: AbortSignal }) => {
      const { id, after } = apiCatalog['sessions.watch'].input.parse(input);
      return watch(id, after, options?.signal);
    },
    'sessions.changes': (_input: unknown, options?: { signal?: AbortSignal }) =>
      watch(KNOWN, 0, options?.signal),
  };
  return { api: procedures as unknown as CoreApi, open: () => open, produced: () => produced, calls };
};

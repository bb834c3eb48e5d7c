import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  canonicalJson,
  type EventDraft,
  eventCatalog,
  type SessionId,
  type TaskId,
} from '../core/contract/index.ts';
import { realEffects } from '../core/effects/index.ts';
import {
  currentOwner,
  type EventStore,
  eventHash,
  genesisHash,
  openSqliteEventStore,
} from '../core/storage/index.ts';
import { type Row, withBare } from './bare-loop.ts';

/**
 * How fast the event log takes events, from `append` to commit with everything on (canonical JSON, hash
 * chain, heads, lease check, guards, projections in the idle moments), against better-sqlite3 on the main
 * thread that inserts the same finished rows and heads into the same guarded tables with the same batch sizes. Each
 * side has one file for a batch size, with a write-ahead log and synchronous=FULL, and new sessions in each run, as
 * an app that is open for a while.
 *
 * `together`: some sessions side by side, each waiting for its batch before its next one, as the engine runs
 * them. `alone`: one session; the time to wake the other thread up is paid for every batch.
 */
export interface EventLogFigures {
  readonly batch: number;
  /** Rows a second: median, lowest, highest. */
  readonly raw: Spread;
  readonly together: Spread;
  readonly alone: Spread;
  /** Store by raw, measured one after the other. */
  readonly ratioTogether: Spread;
  readonly ratioAlone: Spread;
}

interface Spread {
  readonly median: number;
  readonly lowest: number;
  readonly highest: number;
}

interface Plan {
  readonly batch: number;
  /** Sessions side by side, and batches of each. */
  readonly sessions: number;
  readonly rounds: number;
}

const SIDE_BY_SIDE = 8;
/** Batch size, and batches in one measurement. */
const SIZES: readonly (readonly [number, number])[] = [
  [1, 480],
  [10, 320],
  [100, 80],
  [1_000, 16],
  [10_000, 8],
];

/** Runs all sides in turn, `repeats` times each, with the order turned round every time. */
export const benchEventLog = async (repeats = 9): Promise<readonly EventLogFigures[]> => {
  const figures: EventLogFigures[] = [];
  for (const [batch, batches] of SIZES) {
    const alone: Plan = { batch, sessions: 1, rounds: batches };
    const together: Plan = { batch, sessions: SIDE_BY_SIDE, rounds: batches / SIDE_BY_SIDE };
    const rates: [number[], number[], number[]] = [[], [], []];
    await inNewFolder(async (folder) => {
      const store = await openSqliteEventStore({ folder, effects: realEffects });
      await withBare(async (write) => {
        const sides = [
          async () => writeRaw(write, alone),
          () => writeStore(store, together),
          () => writeStore(store, alone),
        ];
        // The first round warms all up.
        for (let repeat = -1; repeat < repeats; repeat += 1) {
          const order = repeat % 2 === 0 ? [0, 1, 2] : [2, 1, 0];
          for (const side of order) {
            const rate = await sides[side]?.();
            if (repeat >= 0 && rate !== undefined) rates[side]?.push(rate);
          }
        }
      });
      await store.close();
    });
    const [raw, side, one] = rates;
    const ratio = (store: readonly number[]) => store.map((rate, index) => rate / (raw[index] ?? Number.NaN));
    figures.push({
      batch,
      raw: spread(raw),
      together: spread(side),
      alone: spread(one),
      ratioTogether: spread(ratio(side)),
      ratioAlone: spread(ratio(one)),
    });
  }
  return figures;
};

const inNewFolder = async (write: (folder: string) => Promise<void>): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'agentnet-event-log-'));
  try {
    await write(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/** Rows a second of the store. */
const writeStore = async (store: EventStore, plan: Plan): Promise<number> => {
  const owner = currentOwner(realEffects);
  const sessions = await Promise.all(
    Array.from({ length: plan.sessions }, async () => {
      const id = realEffects.ids.uuid() as SessionId;
      const writer = await store.createSession(id, owner);
      writer.append(openingDrafts(), START);
      await writer.flushed();
      return { writer, rounds: draftsFor(id, plan) };
    }),
  );
  const started = performance.now();
  await Promise.all(
    sessions.map(async ({ writer, rounds }) => {
      for (const drafts of rounds) {
        writer.append(drafts, START);
        await writer.flushed();
      }
    }),
  );
  const seconds = (performance.now() - started) / 1000;
  for (const { writer } of sessions) await writer.close();
  // What is folded while nobody waits is done before somebody measures again.
  await store.search('nothing', 1);
  return (plan.sessions * plan.rounds * plan.batch) / seconds;
};

/** Rows a second of the bare library; the rows are finished before the clock starts. */
const writeRaw = (write: (rows: readonly Row[]) => void, plan: Plan): number => {
  const id = realEffects.ids.uuid() as SessionId;
  let seq = 0;
  let hash = genesisHash(id);
  const seal = ({ type, data }: EventDraft): Row => {
    const text = canonicalJson(data);
    const { version } = eventCatalog[type];
    const prev = hash;
    hash = eventHash(prev, type, version, START, text);
    seq += 1;
    return [id, seq, type, version, START, text, prev, hash];
  };
  openingDrafts().map(seal);
  const rounds = draftsFor(id, plan).map((drafts) => drafts.map(seal));

  const started = performance.now();
  for (const rows of rounds) write(rows);
  const seconds = (performance.now() - started) / 1000;
  return (rounds.length * plan.batch) / seconds;
};

const START = 1_736_981_000_123;

const TEXT =
  'A cache at the edge answers in five milliseconds, but only while it is warm, and nobody has said who warms it. ' +
  'The strongest point against it is the cost of being wrong: a stale route sends a patient to a closed ward. ';

const openingDrafts = (): readonly EventDraft[] => [
  {
    type: 'session-created',
    data: {
      specification: {
        name: 'bench',
        mode: 'debate',
        topic: 'Designing a resilient edge network',
        agents: ['Athena@1.0.0', 'Apollo@1.0.0', 'Hermes@1.0.0'],
        strategy: 'round_robin',
        max_rounds: 6,
        convergence: false,
        vote: null,
        moderator: null,
        judge: null,
        synthesizer: null,
        model: null,
        max_output_tokens: null,
        context_tokens: 8_000,
        budget: {},
        seed: 7,
        metadata: {},
      },
      agents: {},
      chains: {},
      models: {},
      engine: '1',
      forked_from: null,
    },
  },
];

/** Events as a debate records them, five a turn, cut into batches. */
const draftsFor = (id: SessionId, { batch, rounds }: Plan): readonly (readonly EventDraft[])[] => {
  const drafts: EventDraft[] = [];
  for (let turn = 0; drafts.length < rounds * batch; turn += 1) drafts.push(...turnDrafts(id, turn));
  return Array.from({ length: rounds }, (_, index) => drafts.slice(index * batch, (index + 1) * batch));
};

const turnDrafts = (sessionId: SessionId, turn: number): readonly EventDraft[] => {
  const taskId = realEffects.ids.uuid() as TaskId;
  const callId = `${turn}.1`;
  const at = { round: 1 + Math.floor(turn / 3), speaker_index: turn % 3, agent: 'Athena' };
  const model = { provider: 'stub', model: 'stub/debater' };
  const answer = TEXT.repeat(3);
  return [
    {
      type: 'turn-started',
      data: { task_id: taskId, ...at, version: 'agent:Athena@1.0.0', kind: 'rebuttal' },
    },
    {
      type: 'call-started',
      data: {
        call_id: callId,
        task_id: taskId,
        attempt: 1,
        link: 0,
        ...model,
        messages: [
          { role: 'system', content: TEXT },
          { role: 'user', content: TEXT.repeat(4) },
        ],
        sections: [{ name: 'role', tokens: 90, truncated: false }],
        short_term: [TEXT],
        style_insights: ['logic leads'],
        max_output_tokens: 1_024,
        temperature: null,
        seed: turn,
        reserved_tokens: 1_400,
        repeated: false,
      },
    },
    {
      type: 'call-ended',
      data: {
        call_id: callId,
        task_id: taskId,
        outcome: {
          kind: 'answered',
          text: answer,
          reasoning: '',
          tool_calls: [],
          finish_reason: { unified: 'stop', raw: 'stop' },
          usage: { input: 324, output: 160 },
          model: 'debater',
          request_id: null,
          warnings: [],
          first_token_ms: 1,
        },
      },
    },
    {
      type: 'cost-recorded',
      data: {
        call_id: callId,
        task_id: taskId,
        agent: 'Athena',
        ...model,
        micro_usd: 0,
        input_tokens: 324,
        output_tokens: 160,
        estimated: false,
        price_table: null,
      },
    },
    {
      type: 'turn-ended',
      data: {
        task_id: taskId,
        session_id: sessionId,
        ...at,
        kind: 'rebuttal',
        input: { prompt: TEXT, context: { short_term: [TEXT], semantic_refs: [], episodic_refs: [] } },
        output: {
          content: answer,
          confidence: 0.8,
          style_insights: ['logic leads'],
          tokens: { input: 324, output: 160 },
        },
        reasoning: {
          position: TEXT.slice(0, 110),
          claims: [{ text: TEXT.slice(0, 60), support: [TEXT.slice(60, 110)] }],
          objections: [],
          confidence: 0.8,
          answer: TEXT,
          source: 'text',
        },
        decision: null,
        ballot: null,
        monitors: [],
        cost: { ...model, usd: 0 },
        timing: {
          started: 1_736_981_000.123,
          completed: 1_736_981_001.001,
          latency_ms: 878,
          first_token_ms: 1,
        },
        attempts: 1,
        stub: true,
        truncated: false,
        version: 'agent:Athena@1.0.0',
      },
    } as unknown as EventDraft,
  ];
};

const spread = (values: readonly number[]): Spread => {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor((sorted.length - 1) * share)] ?? Number.NaN;
  return { median: at(0.5), lowest: at(0), highest: at(1) };
};

const print = (figures: readonly EventLogFigures[]): void => {
  const rate = ({ median, lowest, highest }: Spread) =>
    [median, lowest, highest].map((value) => Math.round(value).toLocaleString('en'));
  const ratio = ({ median, lowest, highest }: Spread) =>
    [median, lowest, highest].map((value) => value.toFixed(2));
  const cell = ([median, lowest, highest]: readonly string[]) =>
    `${median} (${lowest}-${highest})`.padStart(28);
  console.log(`Rows a second: median (lowest-highest). Together: ${SIDE_BY_SIDE} sessions side by side.`);
  console.log(
    'batch',
    ...['raw', 'store together', 'by raw', 'store alone', 'by raw'].map((name) => name.padStart(28)),
  );
  for (const { batch, raw, together, alone, ratioTogether, ratioAlone } of figures) {
    console.log(
      String(batch).padStart(5),
      cell(rate(raw)),
      cell(rate(together)),
      cell(ratio(ratioTogether)),
      cell(rate(alone)),
      cell(ratio(ratioAlone)),
    );
  }
};

if (import.meta.main) print(await benchEventLog());

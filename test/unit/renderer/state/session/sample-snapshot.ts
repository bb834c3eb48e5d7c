import type {
  IncompleteTurn,
  Notice,
  RunningTurn,
  SessionSnapshot,
  TurnHeader,
} from '../../../../../core/contract/index.ts';
import type { StageView } from '../../../../../renderer/state/session/rows.ts';

/** Builders of snapshots for tests; times count from 0. */
export const header = (
  task: string,
  round: number,
  speakerIndex: number,
  agent: string,
  rest: Partial<TurnHeader> = {},
): TurnHeader => ({
  task_id: task,
  seq: round * 100 + speakerIndex + 1,
  index: 0,
  round,
  speaker_index: speakerIndex,
  agent,
  kind: 'position',
  provider: 'stub',
  model: 'stub/debater',
  stub: true,
  truncated: false,
  confidence: 0.8,
  decision: null,
  input_tokens: 300,
  output_tokens: 100,
  usd: 0,
  latency_ms: 5,
  first_token_ms: 1,
  attempts: 1,
  length: 400,
  completed_at: round * 100 + speakerIndex * 10 + 9,
  ...rest,
});

export const running = (
  task: string,
  round: number,
  speakerIndex: number,
  agent: string,
  rest: Partial<RunningTurn> = {},
): RunningTurn => ({
  task_id: task,
  round,
  speaker_index: speakerIndex,
  agent,
  kind: 'position',
  started_at: round * 100 + speakerIndex * 10,
  call: null,
  failures: [],
  ...rest,
});

export const incomplete = (
  task: string,
  round: number,
  speakerIndex: number,
  agent: string,
  at: number,
): IncompleteTurn => ({
  task_id: task,
  round,
  speaker_index: speakerIndex,
  agent,
  kind: 'position',
  text: 'Three voters in',
  reason: 'interrupted',
  at,
});

export const stage = (
  round: number,
  speakers: readonly string[],
  rest: Partial<StageView> = {},
): StageView => ({
  round,
  phase: 'positions',
  order: 'sequential',
  speakers: [...speakers],
  seq: round * 100,
  at: round * 100,
  ...rest,
});

export const notice = (seq: number, at: number, rest: Partial<Notice> = {}): Notice => ({
  seq,
  at,
  round: 1,
  kind: 'interjection',
  agent: null,
  text: 'Name the cost.',
  whisper: false,
  ...rest,
});

export const snapshot = (rest: Partial<SessionSnapshot> = {}): SessionSnapshot => ({
  id: '00000000-0000-4000-8000-000000000001',
  status: 'running',
  specification: {
    name: 'edge',
    mode: 'debate',
    topic: 'topic',
    agents: ['Athena@1.0.0', 'Apollo@1.0.0'],
    strategy: 'round_robin',
    max_rounds: 3,
    convergence: { methods: ['lexical'], threshold: 0.82 },
    vote: null,
    moderator: null,
    judge: null,
    synthesizer: null,
    model: null,
    max_output_tokens: null,
    context_tokens: 4096,
    budget: {},
    seed: 0,
    metadata: {},
  },
  participants: [
    { name: 'Athena', version: '1.0.0', description: '', chain: ['stub/debater'] },
    { name: 'Apollo', version: '1.0.0', description: '', chain: ['stub/debater'] },
  ],
  round: 1,
  max_rounds: 3,
  rounds: [],
  turns: [],
  running: [],
  incomplete: [],
  convergence: [],
  votes: [],
  notices: [],
  totals: { usd: 0, tokens: { input: 0, output: 0 }, calls: 0, repeated_calls: 0 },
  by_agent: [],
  created_at: 0,
  last_seq: 0,
  last_at: 0,
  ended: null,
  ...rest,
});

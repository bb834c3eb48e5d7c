import type {
  EventData,
  EventDraft,
  ResolvedSpecification,
  RunEvent,
  SessionId,
  TaskId,
  Turn,
} from '../../../../core/contract/index.ts';

export const SESSION = '00000000-0000-4000-8000-00000000000a';
const START = 1_700_000_000_000;

/** Drafts as a log: numbered from 1, a second apart. */
export const logOf = (drafts: readonly EventDraft[], from = 1): readonly RunEvent[] =>
  drafts.map((draft, index) => ({
    ...draft,
    seq: from + index,
    session_id: SESSION,
    version: 1,
    at: START + (from + index) * 1000,
    prev: '',
    hash: '',
  }));

const specification = (change: Partial<ResolvedSpecification> = {}): ResolvedSpecification => ({
  name: 'edge',
  mode: 'debate',
  topic: 'A resilient edge network',
  agents: ['Athena@1.0.0', 'Apollo@1.2.0'],
  strategy: 'round_robin',
  max_rounds: 3,
  convergence: { methods: ['lexical'], threshold: 0.82 },
  vote: null,
  moderator: null,
  judge: null,
  synthesizer: 'Synthesizer@1.0.0',
  model: null,
  max_output_tokens: null,
  context_tokens: 8192,
  budget: {},
  seed: 7,
  metadata: {},
  ...change,
});

const agent = (name: string, version: string) => ({
  name,
  version,
  description: `${name} speaks`,
  role: 'You speak.',
  style: {},
  models: ['default'],
  fingerprint: '0',
  origin: 'shipped' as const,
  created_at: START,
});

export const created = (change: Partial<ResolvedSpecification> = {}): EventDraft => ({
  type: 'session-created',
  data: {
    specification: specification(change),
    agents: {
      'Athena@1.0.0': agent('Athena', '1.0.0'),
      'Apollo@1.2.0': agent('Apollo', '1.2.0'),
      'Synthesizer@1.0.0': agent('Synthesizer', '1.0.0'),
    },
    chains: {
      'Athena@1.0.0': ['stub/debater'],
      'Apollo@1.2.0': ['ollama/llama3.2', 'stub/debater'],
      'Synthesizer@1.0.0': ['stub/debater'],
    },
    models: {},
    engine: '0.1.0',
    forked_from: null,
  },
});

export const round = (number: number): EventDraft => ({
  type: 'round-started',
  data: { round: number, phase: 'rebuttals', order: 'sequential', speakers: ['Athena', 'Apollo'] },
});

export const taskId = (number: number, speaker: number): TaskId =>
  `00000000-0000-4000-8000-${String(number).padStart(8, '0')}${String(speaker).padStart(4, '0')}` as TaskId;

const SPEAKERS = ['Athena', 'Apollo', 'Synthesizer'];
const speakerName = (speaker: number): string => SPEAKERS[speaker] ?? `Agent${speaker}`;

export const turnStarted = (number: number, speaker: number): EventDraft => ({
  type: 'turn-started',
  data: {
    task_id: taskId(number, speaker),
    round: number,
    speaker_index: speaker,
    agent: speakerName(speaker),
    version: `agent:${speakerName(speaker)}@1.0.0`,
    kind: 'rebuttal',
  },
});

export const callStarted = (
  number: number,
  speaker: number,
  change: Partial<EventData<'call-started'>> = {},
): EventDraft => ({
  type: 'call-started',
  data: {
    call_id: `${number}-${speaker}.1`,
    task_id: taskId(number, speaker),
    attempt: 1,
    link: 0,
    provider: 'stub',
    model: 'stub/debater',
    messages: [],
    sections: [],
    short_term: [],
    style_insights: [],
    max_output_tokens: 100,
    temperature: null,
    seed: 7,
    reserved_tokens: 150,
    repeated: false,
    ...change,
  },
});

export const callFailed = (number: number, speaker: number, message: string): EventDraft => ({
  type: 'call-ended',
  data: {
    call_id: `${number}-${speaker}.1`,
    task_id: taskId(number, speaker),
    outcome: {
      kind: 'failed',
      error: { code: 'provider/server', message, retryable: true },
      partial_text: '',
    },
  },
});

export const cost = (number: number, speaker: number, microUsd: number | null): EventDraft => ({
  type: 'cost-recorded',
  data: {
    call_id: `${number}-${speaker}.1`,
    task_id: taskId(number, speaker),
    agent: speakerName(speaker),
    provider: 'stub',
    model: 'stub/debater',
    micro_usd: microUsd,
    input_tokens: 50,
    output_tokens: 20,
    estimated: false,
    price_table: null,
  },
});

export const turn = (number: number, speaker: number, change: Partial<Turn> = {}): Turn => ({
  task_id: taskId(number, speaker),
  session_id: SESSION as SessionId,
  round: number,
  speaker_index: speaker,
  agent: speakerName(speaker),
  kind: 'rebuttal',
  input: { prompt: 'Speak.', context: { short_term: [], semantic_refs: [], episodic_refs: [] } },
  output: {
    content: `${speakerName(speaker)} in round ${number}`,
    confidence: 0.5,
    style_insights: [],
    tokens: { input: 50, output: 20 },
  },
  reasoning: { position: '', claims: [], objections: [], confidence: 0.5, answer: '', source: 'text' },
  decision: null,
  ballot: null,
  monitors: [],
  cost: { provider: 'stub', model: 'stub/debater', usd: 0 },
  timing: { started: 1_700_000_000.1, completed: 1_700_000_001.25, latency_ms: 1150, first_token_ms: 200 },
  attempts: 1,
  stub: true,
  truncated: false,
  version: `agent:${speakerName(speaker)}@1.0.0`,
  ...change,
});

export const turnEnded = (number: number, speaker: number, change: Partial<Turn> = {}): EventDraft => ({
  type: 'turn-ended',
  data: turn(number, speaker, change),
});

/** A whole turn: started, called, paid, ended. */
export const wholeTurn = (number: number, speaker: number): readonly EventDraft[] => [
  turnStarted(number, speaker),
  callStarted(number, speaker),
  cost(number, speaker, 0),
  turnEnded(number, speaker),
];

export const ended = (change: Partial<EventData<'session-ended'>> = {}): EventDraft => ({
  type: 'session-ended',
  data: {
    session_id: SESSION,
    outcome: 'converged',
    reason: 'They agree.',
    exit_code: 0,
    converged: true,
    rounds_executed: 1,
    topic_start: 'A resilient edge network',
    topic_final: 'Build it twice.',
    decision: null,
    stub: true,
    totals: { usd: 0, tokens: { input: 100, output: 40 }, calls: 2, repeated_calls: 0 },
    ...change,
  },
});

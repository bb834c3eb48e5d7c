import type { DraftOf, EventDraft, SessionId, TaskId } from '../../../core/contract/index.ts';

/** Ids that count, so that a failing test reads the same every time. */
export const sessionIdOf = (number: number): SessionId =>
  `5e551000-0000-4000-8000-${number.toString(16).padStart(12, '0')}` as SessionId;
export const taskIdOf = (number: number): TaskId =>
  `7a5c0000-0000-4000-8000-${number.toString(16).padStart(12, '0')}` as TaskId;

export const createdDraft = (
  changes: Partial<DraftOf<'session-created'>['data']['specification']> = {},
): DraftOf<'session-created'> => ({
  type: 'session-created',
  data: {
    specification: {
      name: 'edge',
      mode: 'debate',
      topic: 'Designing a resilient edge network',
      agents: ['Athena@1.0.0', 'Apollo@2.1.0'],
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
      metadata: { project: 'edgeX' },
      ...changes,
    },
    agents: {},
    chains: { 'Athena@1.0.0': ['stub/debater'], 'Apollo@2.1.0': ['lab/qwen2.5', 'stub/debater'] },
    models: {},
    engine: '1',
    forked_from: null,
  },
});

export const roundDraft = (round: number): DraftOf<'round-started'> => ({
  type: 'round-started',
  data: { round, phase: 'rebuttals', order: 'sequential', speakers: ['Athena', 'Apollo'] },
});

export const callDraft = (number: number, repeated = false): DraftOf<'call-started'> => ({
  type: 'call-started',
  data: {
    call_id: `${number}.1`,
    task_id: taskIdOf(number),
    attempt: 1,
    link: 0,
    provider: 'stub',
    model: 'stub/debater',
    messages: [{ role: 'user', content: `Argue point ${number}.` }],
    sections: [],
    short_term: [],
    style_insights: [],
    max_output_tokens: 1_024,
    temperature: null,
    seed: number,
    reserved_tokens: 1_400,
    repeated,
  },
});

export const costDraft = (number: number, microUsd: number | null = 1_500): DraftOf<'cost-recorded'> => ({
  type: 'cost-recorded',
  data: {
    call_id: `${number}.1`,
    task_id: taskIdOf(number),
    agent: 'Athena',
    provider: 'stub',
    model: 'stub/debater',
    micro_usd: microUsd,
    input_tokens: 100,
    output_tokens: 20,
    estimated: false,
    price_table: null,
  },
});

export const turnDraft = (
  sessionId: SessionId,
  number: number,
  content = `Point ${number}: caches at the edge must be warmed by somebody.`,
): DraftOf<'turn-ended'> => ({
  type: 'turn-ended',
  data: {
    task_id: taskIdOf(number),
    session_id: sessionId,
    round: 1 + Math.floor(number / 2),
    speaker_index: number % 2,
    agent: number % 2 === 0 ? 'Athena' : 'Apollo',
    kind: 'rebuttal',
    input: { prompt: 'Argue.', context: { short_term: [], semantic_refs: [], episodic_refs: [] } },
    output: { content, confidence: 0.75, style_insights: [], tokens: { input: 100, output: 20 } },
    reasoning: {
      position: content,
      claims: [],
      objections: [],
      confidence: 0.75,
      answer: content,
      source: 'text',
    },
    decision: null,
    ballot: null,
    monitors: [],
    cost: { provider: 'stub', model: 'debater', usd: 0.0015 },
    timing: { started: 1_736_981_000.123, completed: 1_736_981_001, latency_ms: 877, first_token_ms: 5 },
    attempts: 1,
    stub: true,
    truncated: false,
    version: 'agent:Athena@1.0.0',
  },
});

export const endedDraft = (sessionId: SessionId): DraftOf<'session-ended'> => ({
  type: 'session-ended',
  data: {
    session_id: sessionId,
    outcome: 'converged',
    reason: 'The positions agree.',
    exit_code: 0,
    converged: true,
    rounds_executed: 2,
    topic_start: 'Designing a resilient edge network',
    topic_final: 'Warm caches by the writer',
    decision: null,
    stub: true,
    totals: { usd: 0.003, tokens: { input: 200, output: 40 }, calls: 2, repeated_calls: 0 },
  },
});

export const settingsDraft = (number: number): DraftOf<'settings-changed'> => ({
  type: 'settings-changed',
  data: { changes: { number } },
});

/** A session from its first event to its last, with `turns` turns. */
export const wholeSession = (sessionId: SessionId, turns: number): readonly EventDraft[] => [
  createdDraft(),
  roundDraft(1),
  ...Array.from({ length: turns }, (_, index) => [
    callDraft(index),
    costDraft(index),
    turnDraft(sessionId, index),
  ]).flat(),
  endedDraft(sessionId),
];

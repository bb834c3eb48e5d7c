import type { EventData, EventType, RunEvent, WatchMessage } from '../../../../core/contract/index.ts';

const SESSION = '11111111-1111-4111-8111-111111111111';

export const stored = <T extends EventType>(type: T, data: EventData<T>, session = SESSION): RunEvent =>
  ({ seq: 1, session_id: session, type, version: 1, at: 0, data, prev: '', hash: '' }) as unknown as RunEvent;

export const turnStarted = (task: string, agent = 'Athena', speaker = 0): RunEvent =>
  stored('turn-started', {
    task_id: task,
    round: 1,
    speaker_index: speaker,
    agent,
    version: `agent:${agent}@1.0.0`,
    kind: 'position',
  });

export const delta = (
  task: string,
  offset: number,
  text: string,
  agent = 'Athena',
  call = '1.1',
): WatchMessage => ({
  kind: 'signal',
  signal: {
    kind: 'text-delta',
    task_id: task,
    call_id: call,
    round: 1,
    speaker_index: 0,
    agent,
    offset,
    text,
  },
});

export const turnEnded = (task: string, content: string, agent = 'Athena'): RunEvent =>
  stored('turn-ended', {
    task_id: task,
    session_id: SESSION,
    round: 1,
    speaker_index: 0,
    agent,
    kind: 'position',
    input: { prompt: '', context: { short_term: [], semantic_refs: [], episodic_refs: [] } },
    output: { content, confidence: 0.5, style_insights: [], tokens: { input: 1200, output: null } },
    reasoning: { position: '', claims: [], objections: [], confidence: null, answer: '', source: 'text' },
    decision: null,
    ballot: null,
    monitors: [],
    cost: { provider: 'stub', model: 'debater', usd: 0 },
    timing: { started: 0, completed: 1, latency_ms: 900, first_token_ms: null },
    attempts: 2,
    stub: true,
    truncated: false,
    version: `agent:${agent}@1.0.0`,
  } as unknown as EventData<'turn-ended'>);

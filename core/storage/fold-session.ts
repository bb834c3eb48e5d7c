import type { EventDraft, SessionStatus, SessionSummary } from '../contract/index.ts';

/** Where a session stands by its events alone; whether its process still runs is known by the lease. */
export type Phase = 'running' | 'pausing' | 'paused' | 'ended';

/** What the events of a session come to: the row of the list, and what is needed to fold the next event. */
export interface FoldedSession extends Omit<SessionSummary, 'status' | 'totals'> {
  /** The stored graph that it runs; absent where there is none, as in rows that are older than graphs. */
  readonly graph?: string;
  readonly phase: Phase;
  /** Given up in an orderly way and not resumed. */
  readonly idle: boolean;
  /** Micro-USD; null once the cost of a call is unknown. */
  readonly microUsd: number | null;
  readonly inputTokens: number;
  readonly outputTokens: number;
  readonly calls: number;
  readonly repeatedCalls: number;
  /** Totals as `session-ended` states them. */
  readonly ended: SessionSummary['totals'] | null;
}

/** Types whose data the fold looks at; of the others it needs only the time. */
export const foldedTypes = [
  'session-created',
  'session-resumed',
  'session-paused',
  'session-interrupted',
  'session-ended',
  'pause-requested',
  'stop-requested',
  'rounds-extended',
  'round-started',
  'call-started',
  'cost-recorded',
  'turn-ended',
  'child-ended',
  'approval-requested',
  'approval-answered',
  'plan-proposed',
  'plan-answered',
  'node-ended',
] as const satisfies readonly EventDraft['type'][];

/** The first event of every session. */
export const openSession = (
  id: string,
  data: Extract<EventDraft, { type: 'session-created' }>['data'],
  at: number,
): FoldedSession => {
  const { specification, chains } = data;
  const project = specification.metadata['project'];
  const parent = specification.metadata['parent'];
  const graph = specification.workflow?.stored?.id;
  return {
    id,
    name: specification.name,
    mode: specification.mode,
    topic: specification.topic,
    participants: specification.agents.map(nameOf),
    models: distinct(specification.agents.flatMap((agent) => chains[agent]?.[0] ?? [])),
    project: project === undefined || project === null ? 'default' : String(project),
    stub: false,
    outcome: null,
    round: 0,
    max_rounds: specification.max_rounds,
    turns: 0,
    created_at: at,
    updated_at: at,
    ended_at: null,
    phase: 'running',
    idle: false,
    microUsd: 0,
    inputTokens: 0,
    outputTokens: 0,
    calls: 0,
    repeatedCalls: 0,
    ended: null,
    ...(typeof parent === 'string' && { parent }),
    ...(graph !== undefined && { graph }),
  };
};

/** Takes one event into the row. An event that says nothing to the row moves only its time. */
export const foldSession = (state: FoldedSession, event: EventDraft, at: number): FoldedSession => {
  const next = { ...state, updated_at: Math.max(state.updated_at, at) };
  switch (event.type) {
    case 'session-resumed':
      return {
        ...next,
        idle: false,
        phase: event.data.reason === 'user' || event.data.reason === 'step' ? 'running' : next.phase,
      };
    case 'session-paused':
      return { ...next, phase: 'paused' };
    case 'session-interrupted':
      return { ...next, idle: true };
    case 'pause-requested':
      return { ...next, phase: 'pausing' };
    case 'stop-requested':
      return { ...next, phase: 'running' };
    case 'rounds-extended':
      return { ...next, max_rounds: next.max_rounds + event.data.rounds };
    case 'round-started':
      return { ...next, round: Math.max(next.round, event.data.round) };
    case 'call-started':
      return {
        ...next,
        calls: next.calls + 1,
        repeatedCalls: next.repeatedCalls + (event.data.repeated ? 1 : 0),
      };
    case 'cost-recorded':
      return {
        ...next,
        microUsd:
          next.microUsd === null || event.data.micro_usd === null
            ? null
            : next.microUsd + event.data.micro_usd,
        inputTokens: next.inputTokens + (event.data.input_tokens ?? 0),
        outputTokens: next.outputTokens + (event.data.output_tokens ?? 0),
      };
    case 'turn-ended': {
      const { provider, model } = event.data.cost;
      return {
        ...next,
        turns: next.turns + 1,
        stub: next.stub || event.data.stub,
        models: distinct([...next.models, `${provider}/${model}`]),
      };
    }
    case 'child-ended': {
      const { usd, tokens, calls, repeated_calls: repeated } = event.data.totals;
      return {
        ...next,
        microUsd: next.microUsd === null || usd === null ? null : next.microUsd + Math.round(usd * 1e6),
        inputTokens: next.inputTokens + tokens.input,
        outputTokens: next.outputTokens + tokens.output,
        calls: next.calls + calls,
        repeatedCalls: next.repeatedCalls + repeated,
        stub: next.stub || event.data.stub,
      };
    }
    case 'approval-requested':
      return asking(next, event.data.node);
    case 'plan-proposed':
      return event.data.auto ? next : asking(next, event.data.node);
    case 'approval-answered':
    case 'plan-answered':
    case 'node-ended':
      return answered(next, (node) => node === event.data.node);
    case 'session-ended':
      return {
        ...answered(next, () => true),
        phase: 'ended',
        outcome: event.data.outcome,
        ended_at: at,
        ended: event.data.totals,
      };
    default:
      return next;
  }
};

const asking = (state: FoldedSession, node: string): FoldedSession => ({
  ...state,
  waits_for: [...(state.waits_for ?? []), node],
});

/** Without what was asked by these nodes. A session that asks nothing has no such key. */
const answered = (state: FoldedSession, isAnswered: (node: string) => boolean): FoldedSession => {
  const { waits_for: before, ...rest } = state;
  if (before === undefined) return state;
  const left = before.filter((node) => !isAnswered(node));
  return left.length === 0 ? rest : { ...rest, waits_for: left };
};

/** The row as callers see it. A session that is under way without a living owner was interrupted. */
export const summaryOf = (state: FoldedSession, ownerAlive: boolean): SessionSummary => ({
  id: state.id,
  name: state.name,
  mode: state.mode,
  status: statusOf(state, ownerAlive),
  outcome: state.outcome,
  topic: state.topic,
  participants: state.participants,
  models: state.models,
  project: state.project,
  stub: state.stub,
  round: state.round,
  max_rounds: state.max_rounds,
  turns: state.turns,
  totals: state.ended ?? {
    usd: state.microUsd === null ? null : state.microUsd / 1e6,
    tokens: { input: state.inputTokens, output: state.outputTokens },
    calls: state.calls,
    repeated_calls: state.repeatedCalls,
  },
  created_at: state.created_at,
  updated_at: state.updated_at,
  ended_at: state.ended_at,
  ...(state.parent !== undefined && { parent: state.parent }),
  ...(state.waits_for !== undefined && { waits_for: state.waits_for }),
});

export const statusOf = ({ phase, idle }: FoldedSession, ownerAlive: boolean): SessionStatus => {
  if (phase === 'ended' || phase === 'paused') return phase;
  return idle || !ownerAlive ? 'interrupted' : phase;
};

/** `Athena` of `Athena@1.0.0`. */
const nameOf = (reference: string): string => reference.split('@', 1)[0] ?? reference;

const distinct = (names: readonly string[]): string[] => [...new Set(names)];

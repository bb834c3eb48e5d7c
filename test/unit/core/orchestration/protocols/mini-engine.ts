import { expect } from 'vitest';
import type {
  DraftOf,
  EventDraft,
  ResolvedSpecification,
  TalkMode,
} from '../../../../../core/contract/index.ts';
import type { Intent, TakeTurn } from '../../../../../core/orchestration/protocols/index.ts';
import { protocolOf } from '../../../../../core/orchestration/protocols/protocol-of.ts';
import type { ProtocolState } from '../../../../../core/orchestration/protocols/protocol-state.ts';
import { type Said, turnEnded, turnFailed, turnStarted } from './synthetic-turn.ts';

export interface Script {
  /** What a turn says, or the error code it fails with. */
  readonly say: (turn: TakeTurn, open: readonly TakeTurn[]) => Said | { readonly fails: string };
  /** Which of the running turns ends next. */
  readonly endsNext?: (open: readonly TakeTurn[]) => number;
  /** Inputs that fall before the next turn ends. */
  readonly inputs?: (state: ProtocolState, open: readonly TakeTurn[], step: number) => readonly EventDraft[];
}

export interface Run {
  readonly events: readonly EventDraft[];
  readonly state: ProtocolState;
  readonly ended: DraftOf<'session-ended'>['data'];
  readonly turns: readonly TakeTurn[];
}

const MOST_STEPS = 20_000;

/**
 * Runs a session to its end as the engine does, without clock, models or disk. Each answer of `next` is asked
 * for twice and compared, and its first intent is carried out.
 */
export const runSession = (specification: ResolvedSpecification, script: Script): Run => {
  const protocol = protocolOf(specification.mode as TalkMode);
  const state = protocol.initial(specification);
  const events: EventDraft[] = [];
  const turns: TakeTurn[] = [];
  const open: TakeTurn[] = [];
  const append = (event: EventDraft) => {
    events.push(event);
    protocol.fold(state, event);
  };
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const due = protocol.next(state);
    expect(protocol.next(state)).toEqual(due);
    const [intent] = due;
    if (intent) {
      if (intent.kind === 'take-turn') {
        turns.push(intent);
        open.push(intent);
      }
      if (intent.kind === 'finish') {
        expect(open).toEqual([]);
        append(draftOf(specification, intent) as EventDraft);
        expect(protocol.next(state)).toEqual([]);
        return { events, state, turns, ended: endOf(events) };
      }
      append(draftOf(specification, intent));
      continue;
    }
    expect(open.length, 'nothing due and nothing running').toBeGreaterThan(0);
    for (const input of script.inputs?.(state, open, step) ?? []) {
      append(input);
      closeWhatMustEnd(input, open, append);
    }
    if (open.length === 0) continue;
    const [turn] = open.splice(script.endsNext?.(open) ?? 0, 1);
    if (!turn) throw new Error('a script ended a turn that does not run');
    const said = script.say(turn, open);
    append('fails' in said ? turnFailed(turn, said.fails) : turnEnded(turn, said));
  }
  throw new Error('the session did not end');
};

const draftOf = (specification: ResolvedSpecification, intent: Intent): EventDraft => {
  switch (intent.kind) {
    case 'start-round':
      return {
        type: 'round-started',
        data: {
          round: intent.round,
          phase: intent.phase,
          order: intent.order,
          speakers: [...intent.speakers],
        },
      };
    case 'take-turn':
      return turnStarted(intent);
    case 'start-node':
    case 'start-child':
    case 'break':
      throw new Error(`a talk has no nodes: ${intent.kind}`);
    case 'record':
      return intent.draft;
    case 'finish':
      return {
        type: 'session-ended',
        data: {
          session_id: 'test',
          outcome: intent.outcome,
          reason: intent.reason,
          exit_code: 0,
          converged: intent.converged,
          rounds_executed: 0,
          topic_start: specification.topic,
          topic_final: intent.topicFinal,
          decision: intent.decision,
          stub: true,
          totals: { usd: 0, tokens: { input: 0, output: 0 }, calls: 0, repeated_calls: 0 },
        },
      };
  }
};

/** The engine gives running turns up on a stop, a cap and a skip, and records that. */
const closeWhatMustEnd = (input: EventDraft, open: TakeTurn[], append: (event: EventDraft) => void) => {
  const codes: Partial<Record<EventDraft['type'], string>> = {
    'stop-requested': 'session/stopped',
    'deadline-passed': 'budget/exceeded',
    'limit-reached': 'budget/exceeded',
    'speaker-skipped': 'session/skipped',
  };
  const code = codes[input.type];
  if (code === undefined) return;
  const ends = (turn: TakeTurn) => input.type !== 'speaker-skipped' || turn.agent === input.data.agent;
  for (const turn of open.filter(ends)) append(turnFailed(turn, code));
  open.splice(0, open.length, ...open.filter((turn) => !ends(turn)));
};

const endOf = (events: readonly EventDraft[]): DraftOf<'session-ended'>['data'] => {
  const last = events.at(-1);
  if (last?.type !== 'session-ended') throw new Error('the last event is no session-ended');
  return last.data;
};

export const ofType = <T extends EventDraft['type']>(
  events: readonly EventDraft[],
  type: T,
): readonly DraftOf<T>['data'][] =>
  events.flatMap((event) => (event.type === type ? [event.data] : [])) as never;

import { readAnswer, taskPrompt } from '../../agents/index.ts';
import type { CallOutcome, EventData, SessionId, Turn } from '../../contract/index.ts';
import { priceOf } from '../../cost/index.ts';
import { agentOf, participantsOf } from './brief-of.ts';
import { attemptsOf } from './fold-calls.ts';
import type { CallState, OpenTurn, SessionState } from './session-state.ts';

type Answered = Extract<CallOutcome, { kind: 'answered' }>;

/**
 * The finished turn: what was answered, read, counted and timed. A pure function of the turn's
 * events, in the order of canonical JSON.
 */
export const finishedTurn = (
  state: SessionState,
  turn: OpenTurn,
  call: CallState,
  answer: Answered,
): Turn => {
  const { intent } = turn;
  const read = readAnswer(
    intent.turnKind,
    {
      participants: participantsOf(state),
      options: intent.options,
      ranked: intent.ranked,
      candidates: intent.candidates,
      expects: intent.work?.expects,
    },
    answer.text,
  );
  const input = answer.usage.input ?? null;
  const output = answer.usage.output ?? null;
  const { started } = call;
  return {
    agent: intent.agent,
    attempts: attemptsOf(turn),
    ballot: read.ballot,
    cost: { model: modelPart(started.model), provider: started.provider, usd: usdOf(state, started, answer) },
    decision: read.decision,
    input: {
      context: { episodic_refs: [], semantic_refs: [], short_term: started.short_term },
      prompt:
        intent.work?.prompt ??
        taskPrompt({
          mode: state.specification.mode,
          kind: intent.turnKind,
          topic: state.specification.topic,
          agent: agentOf(state, turn),
        }),
    },
    kind: intent.turnKind,
    monitors: [],
    ...(intent.work && { node: intent.work.node }),
    output: {
      confidence: read.reasoning.confidence,
      content: read.content,
      style_insights: started.style_insights,
      tokens: { input, output },
    },
    reasoning: read.reasoning,
    round: intent.round,
    session_id: state.sessionId as SessionId,
    speaker_index: intent.speakerIndex,
    stub: state.models[started.model]?.stub ?? false,
    task_id: turn.taskId,
    timing: {
      completed: call.endedAt / 1000,
      first_token_ms: answer.first_token_ms,
      latency_ms: call.endedAt - turn.startedAt,
      started: turn.startedAt / 1000,
    },
    truncated: answer.finish_reason.unified === 'length',
    version: `agent:${turn.reference}`,
  };
};

const modelPart = (name: string): string => name.slice(name.indexOf('/') + 1);

/** At the frozen price; null where it is unknown. An answer that was given again cost nothing. */
const usdOf = (state: SessionState, started: EventData<'call-started'>, answer: Answered): number | null => {
  if (answer.cached) return 0;
  const { microUsd } = priceOf(answer.usage, state.models[started.model]);
  return microUsd === null ? null : microUsd / 1e6;
};

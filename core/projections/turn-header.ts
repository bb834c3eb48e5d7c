import type { RunEventOf, TurnHeader } from '../contract/index.ts';

/** What a screen needs of a finished turn before its texts come into view. */
export const turnHeaderOf = (event: RunEventOf<'turn-ended'>, index: number): TurnHeader => {
  const turn = event.data;
  return {
    task_id: turn.task_id,
    seq: event.seq,
    index,
    round: turn.round,
    speaker_index: turn.speaker_index,
    agent: turn.agent,
    kind: turn.kind,
    ...(turn.node !== undefined && { node: turn.node }),
    provider: turn.cost.provider,
    model: turn.cost.model,
    stub: turn.stub,
    truncated: turn.truncated,
    confidence: turn.output.confidence,
    decision: turn.decision,
    input_tokens: turn.output.tokens.input,
    output_tokens: turn.output.tokens.output,
    usd: turn.cost.usd,
    latency_ms: turn.timing.latency_ms,
    first_token_ms: turn.timing.first_token_ms,
    attempts: turn.attempts,
    length: turn.output.content.length,
    completed_at: Math.round(turn.timing.completed * 1000),
  };
};

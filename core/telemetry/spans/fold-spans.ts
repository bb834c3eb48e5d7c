import type { RunEvent, RunEventOf } from '../../contract/index.ts';
import { foldCallSpans } from './fold-call-spans.ts';
import { foldNodeSpans } from './fold-node-spans.ts';
import { beginSpan, endRound, endSpan, markSpan, type SpanFold } from './span-fold.ts';
import type { SpanKey } from './span-ids.ts';

/** Takes one event of the session into its spans; each event once, in order. */
export const foldSpans = (fold: SpanFold, event: RunEvent): void => {
  foldSessionSpans(fold, event);
  foldNodeSpans(fold, event);
  foldCallSpans(fold, event);
  fold.lastAt = event.at;
};

const foldSessionSpans = (fold: SpanFold, event: RunEvent): void => {
  switch (event.type) {
    case 'session-created':
      return created(fold, event);
    case 'round-started': {
      const { round, phase, order } = event.data;
      endRound(fold);
      const key: SpanKey = `round:${event.seq}`;
      const attributes = { 'agentnet.round': round, 'agentnet.phase': phase, 'agentnet.order': order };
      beginSpan(fold, key, event.at, { within: 'session', name: `round ${round} ${phase}`, attributes });
      fold.round = { key, number: round, lastAt: event.at };
      return;
    }
    case 'turn-started':
      return turnStarted(fold, event);
    case 'turn-ended': {
      const { attempts, output, stub, truncated, task_id, round } = event.data;
      endSpan(fold, `turn:${task_id}`, event.at, {
        attributes: {
          'agentnet.turn.attempts': attempts,
          'agentnet.turn.stub': stub,
          'agentnet.turn.truncated': truncated,
          'gen_ai.usage.input_tokens': output.tokens.input,
          'gen_ai.usage.output_tokens': output.tokens.output,
        },
      });
      return ofRound(fold, round, event.at);
    }
    case 'turn-failed': {
      const { task_id, attempts, error, round } = event.data;
      endSpan(fold, `turn:${task_id}`, event.at, {
        attributes: { 'agentnet.turn.attempts': attempts },
        error: { type: error.code, message: error.message },
      });
      return ofRound(fold, round, event.at);
    }
    case 'convergence-measured': {
      const { method, value, met, round } = event.data;
      const attributes = {
        'agentnet.method': method,
        'agentnet.value': fraction(value),
        'agentnet.met': met,
      };
      markSpan(fold, fold.round?.key ?? 'session', event, attributes);
      return ofRound(fold, round, event.at);
    }
    case 'vote-opened':
    case 'vote-tallied':
      markSpan(fold, fold.round?.key ?? 'session', event, { 'agentnet.method': event.data.method });
      return ofRound(fold, event.data.round, event.at);
    case 'limit-reached':
      return markSpan(fold, 'session', event, { 'agentnet.limit': event.data.limit });
    case 'session-resumed':
    case 'session-paused':
      return markSpan(fold, 'session', event, { 'agentnet.reason': event.data.reason });
    case 'session-interrupted':
    case 'pause-requested':
    case 'stop-requested':
    case 'speaker-skipped':
    case 'rounds-extended':
    case 'interjection-recorded':
    case 'deadline-passed':
    case 'downgrade-switched':
      return markSpan(fold, 'session', event);
    case 'session-ended':
      return ended(fold, event);
    default:
      return;
  }
};

const created = (fold: SpanFold, { at, data, session_id }: RunEventOf<'session-created'>): void => {
  const { mode, name } = data.specification;
  fold.engine = data.engine;
  beginSpan(fold, 'session', at, {
    within: null,
    name: `${data.specification.workflow ? 'invoke_workflow' : 'session'} ${name}`,
    attributes: {
      'gen_ai.operation.name': data.specification.workflow ? 'invoke_workflow' : null,
      'gen_ai.workflow.name': data.specification.workflow ? name : null,
      'gen_ai.conversation.id': session_id,
      'agentnet.session.name': name,
      'agentnet.session.mode': mode,
      'agentnet.session.forked_from': data.forked_from?.session_id,
    },
  });
};

const turnStarted = (fold: SpanFold, { at, data }: RunEventOf<'turn-started'>): void => {
  const { task_id, agent, version, kind, round, node } = data;
  const isInRound = fold.round?.number === round;
  if (!isInRound) endRound(fold);
  beginSpan(fold, `turn:${task_id}`, at, {
    within: node === undefined ? (fold.round?.key ?? 'session') : `node:${node}`,
    name: `invoke_agent ${agent}`,
    attributes: {
      'gen_ai.operation.name': 'invoke_agent',
      'gen_ai.agent.name': agent,
      'gen_ai.agent.version': version.slice(version.lastIndexOf('@') + 1),
      'gen_ai.conversation.id': fold.sessionId,
      'agentnet.turn.id': task_id,
      'agentnet.turn.kind': kind,
      'agentnet.round': round,
    },
  });
  ofRound(fold, round, at);
};

const ended = (fold: SpanFold, { at, data }: RunEventOf<'session-ended'>): void => {
  endRound(fold);
  // What nobody ended before is over with the session.
  for (const key of [...fold.spans.keys()].reverse()) if (key !== 'session') endSpan(fold, key, at);
  const { outcome, exit_code, reason, rounds_executed, converged, stub, totals } = data;
  const isError = exit_code !== 0;
  endSpan(fold, 'session', at, {
    attributes: {
      'agentnet.session.outcome': outcome,
      'agentnet.session.exit_code': exit_code,
      'agentnet.session.rounds': rounds_executed,
      'agentnet.session.converged': converged,
      'agentnet.session.stub': stub,
      'gen_ai.usage.input_tokens': totals.tokens.input,
      'gen_ai.usage.output_tokens': totals.tokens.output,
      'agentnet.cost.micro_usd': totals.usd === null ? null : Math.round(totals.usd * 1e6),
    },
    error: isError ? { type: outcome, message: reason } : null,
  });
};

/** A round lasts as long as what is said and measured in it. */
const ofRound = (fold: SpanFold, round: number, at: number): void => {
  if (fold.round?.number === round) fold.round.lastAt = at;
};

const fraction = (value: number | null) => (value === null ? null : { double: value });

import type { RunEvent, RunEventOf } from '../../contract/index.ts';
import { withoutProvider } from '../without-provider.ts';
import { answeredAttributes, askedAttributes, paidAttributes } from './call-attributes.ts';
import { beginSpan, endSpan, markSpan, type SpanFold } from './span-fold.ts';

/** Calls of models: from the intent to the outcome, with what happened meanwhile; waits for room stand at the turn. */
export const foldCallSpans = (fold: SpanFold, event: RunEvent): void => {
  switch (event.type) {
    case 'call-started':
      return callStarted(fold, event);
    case 'call-delayed':
      return markSpan(fold, `call:${event.data.call_id}`, event, {
        'agentnet.reason': event.data.reason,
        'agentnet.wait_ms': event.data.wait_ms,
      });
    case 'call-admitted':
      return markSpan(fold, `call:${event.data.call_id}`, event, {
        'agentnet.waited_ms': event.data.waited_ms,
      });
    case 'call-retried':
      return markSpan(fold, `call:${event.data.call_id}`, event, {
        'agentnet.call.attempt': event.data.attempt,
        'agentnet.wait_ms': event.data.wait_ms,
        'error.type': event.data.error.code,
      });
    case 'cooldown-started':
      return markSpan(fold, `call:${event.data.call_id}`, event, {
        'agentnet.reason': event.data.reason,
        'agentnet.for_ms': event.data.for_ms,
      });
    case 'call-ended': {
      const { call_id: id, outcome } = event.data;
      return endSpan(fold, `call:${id}`, event.at, {
        attributes: answeredAttributes(event.data),
        error:
          outcome.kind === 'failed' ? { type: outcome.error.code, message: outcome.error.message } : null,
      });
    }
    case 'cost-recorded': {
      // It comes behind the end of its call.
      const span = fold.spans.get(`call:${event.data.call_id}`);
      if (span) span.attributes = { ...span.attributes, ...paidAttributes(event.data) };
      return;
    }
    case 'budget-awaited':
    case 'budget-refused':
      return markSpan(fold, `turn:${event.data.task_id}`, event, {
        'agentnet.scope': event.data.scope,
        'agentnet.unit': event.data.unit,
      });
    case 'budget-granted':
      return markSpan(fold, `turn:${event.data.task_id}`, event);
    case 'session-resumed':
      for (const id of event.data.lost_calls) lose(fold, id);
      return;
    default:
      return;
  }
};

const callStarted = (fold: SpanFold, { at, data }: RunEventOf<'call-started'>): void => {
  const { call_id: id, task_id: turn, provider, model, link } = data;
  const before = fold.links.get(turn);
  if (before !== undefined && link > before) {
    const attributes = {
      'gen_ai.request.model': withoutProvider(provider, model),
      'agentnet.call.link': link,
    };
    fold.spans.get(`turn:${turn}`)?.marks.push({ at, name: 'fallback', attributes });
  }
  fold.links.set(turn, link);
  beginSpan(fold, `call:${id}`, at, {
    within: `turn:${turn}`,
    name: `chat ${withoutProvider(provider, model)}`,
    kind: 'client',
    attributes: askedAttributes(data),
  });
};

/** Nobody knows when a lost call ended; the process was last heard of before the mark that says so. */
const lose = (fold: SpanFold, id: string): void => {
  endSpan(fold, `call:${id}`, fold.lastAt, {
    error: { type: 'lost', message: 'The process ended while this call was running.' },
  });
};

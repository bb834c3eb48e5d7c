import type { RunEvent } from '../../../../core/contract/index.ts';

/** What an event is about, in a few words beside its type. */
export const eventSummary = (event: RunEvent): string => {
  switch (event.type) {
    case 'round-started':
      return `${event.data.round}, ${event.data.phase}`;
    case 'turn-started':
    case 'turn-ended':
    case 'turn-failed':
    case 'speaker-skipped':
      return `${event.data.agent}, round ${event.data.round}`;
    case 'call-started':
      return `${event.data.call_id}, ${event.data.model}`;
    case 'call-retried':
      return `${event.data.call_id}, attempt ${event.data.attempt}, ${event.data.error.code}`;
    case 'call-delayed':
      return `${event.data.call_id}, ${event.data.reason}, ${event.data.wait_ms} ms`;
    case 'call-admitted':
      return `${event.data.call_id}, ${event.data.waited_ms} ms`;
    case 'cooldown-started':
      return `${event.data.model}, ${event.data.reason}`;
    case 'call-ended':
      return `${event.data.call_id}, ${event.data.outcome.kind}`;
    case 'cost-recorded':
      return `${event.data.agent}, ${event.data.micro_usd === null ? 'unknown' : `${event.data.micro_usd} µ$`}`;
    case 'convergence-measured':
      return `${event.data.method}, ${event.data.value === null ? 'not measurable' : event.data.value.toFixed(2)}`;
    case 'vote-cast':
      return `${event.data.agent}: ${event.data.choice}`;
    case 'vote-tallied':
      return event.data.winner ?? 'no winner';
    case 'interjection-recorded':
      return `to ${event.data.to}`;
    case 'downgrade-switched':
      return `${event.data.rule}, ${event.data.state}`;
    case 'limit-reached':
      return event.data.limit;
    case 'session-resumed':
    case 'session-interrupted':
    case 'session-paused':
      return event.data.reason;
    case 'session-ended':
      return event.data.outcome;
    default:
      return '';
  }
};

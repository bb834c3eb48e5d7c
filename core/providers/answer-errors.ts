import { AgentNetError } from '../contract/index.ts';
import type { Finish } from './chat-model.ts';
import type { Wire } from './http/index.ts';

/** The server said something that is no answer in the API's language. */
export const malformedAnswer = (wire: Wire, what: string, cause?: unknown): AgentNetError =>
  new AgentNetError(
    'provider/malformed',
    `${wire.model} at ${wire.host} sent an unreadable answer: ${what}.`,
    {
      remedy: 'Check that the address is that of the right API; otherwise try again.',
      data: { host: wire.host },
      cause,
    },
  );

/** The answer ended before the API said that it was whole. */
export const cutAnswer = (wire: Wire): AgentNetError =>
  new AgentNetError('provider/cut', `The answer of ${wire.model} at ${wire.host} broke off before its end.`, {
    kept: 'What had arrived is kept as incomplete.',
    remedy: 'Try again.',
    data: { host: wire.host },
  });

const streamTypes = /event-stream|ndjson|json-?seq|octet-stream/;

/** No event was found: the beginning was cut, or the server does not stream and sent something else. */
export const noStream = (wire: Wire): AgentNetError => {
  const type = wire.headers()?.get('content-type')?.split(';')[0];
  if (!type || streamTypes.test(type)) return cutAnswer(wire);
  return malformedAnswer(wire, `it is ${type} and not a stream of events`);
};

/**
 * A success that holds neither text nor a tool call. It was paid for, so its usage goes along in `data`.
 * A refusal is no reason to ask the same again, all else is.
 */
export const emptyAnswer = (wire: Wire, finish: Finish, maxOutputTokens: number): AgentNetError => {
  const { finishReason, usage, model, requestId, warnings } = finish;
  const data = { host: wire.host, usage, model, finish_reason: finishReason, request_id: requestId };
  if (finishReason.unified === 'content-filter') {
    const words = warnings.find(({ code }) => code === 'refusal')?.message;
    const said = words === undefined ? '' : `: ${wire.redact(words)}`;
    return new AgentNetError('provider/content-filter', `${wire.model} refused to answer${said}`, {
      remedy: 'Word the topic differently, or put another model behind it in the model chain.',
      data,
    });
  }
  if (finishReason.unified === 'length') {
    return new AgentNetError(
      'provider/empty',
      `${wire.model} used all ${maxOutputTokens} output tokens without writing an answer.`,
      { remedy: 'Raise max_output_tokens: the model thinks before it writes.', data },
    );
  }
  return new AgentNetError(
    'provider/empty',
    `${wire.model} ended its answer (${finishReason.raw ?? 'no reason given'}) without having written anything.`,
    { remedy: 'Try again, or put another model behind it in the model chain.', data },
  );
};

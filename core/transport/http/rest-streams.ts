import {
  AgentNetError,
  apiCatalog,
  type CoreApi,
  type SessionSummary,
  type WatchMessage,
} from '../../contract/index.ts';
import type { Clock } from '../../effects/index.ts';
import type { ClosableIterator } from '../batched.ts';
import { mapped } from '../mapped.ts';
import { openStream } from '../open-stream.ts';
import { type StreamName, streams } from '../procedure-names.ts';
import { eventStreamResponse, type ServerSentEvent } from './event-stream.ts';
import { matchPath } from './match-path.ts';

const EVENT_STREAM_TYPE = 'text/event-stream';

interface RestStreamOptions {
  readonly clock: Clock;
  readonly stopped: AbortSignal;
}

/**
 * Answers the paths that stream: each stream of the catalog, and the path of `sessions.events` when the client
 * accepts server-sent events. Gives undefined for all others. Throws what the core throws before the first
 * message, so that an unknown session is a problem document and not a broken stream.
 */
export const restStream = async (
  api: CoreApi,
  request: Request,
  path: string,
  options: RestStreamOptions,
): Promise<Response | undefined> => {
  if (request.method !== 'GET') return undefined;
  const signal = AbortSignal.any([request.signal, options.stopped]);
  const respond = (batches: ClosableIterator<readonly ServerSentEvent[]>) =>
    eventStreamResponse(batches, options.clock, new URL(request.url).pathname);

  const events = matchPath(apiCatalog['sessions.events'].path, path);
  if (events && request.headers.get('accept')?.includes(EVENT_STREAM_TYPE)) {
    const input = streamInput('sessions.watch', request, events);
    const summary = await api['sessions.summary']({ id: String(events['id']) }, { signal });
    if (summary.status === 'ended' && request.headers.has('last-event-id')) {
      const { items } = await api['sessions.events']({
        id: summary.id,
        after: Number(input['after']),
        limit: 1,
      });
      // The one status that tells an EventSource not to come back.
      if (items.length === 0) return new Response(null, { status: 204 });
    }
    return respond(durableEvents(openStream(api, 'sessions.watch', input, signal), summary));
  }
  for (const name of Object.keys(streams) as StreamName[]) {
    const parameters = matchPath(apiCatalog[name].path, path);
    if (!parameters) continue;
    const input = streamInput(name, request, parameters);
    if (parameters['id'] !== undefined) await api['sessions.summary']({ id: parameters['id'] }, { signal });
    return respond(
      mapped(openStream(api, name, input, signal), (messages) => ({
        messages: messages.map((data) => ({ data, ...idOf(name, data) })),
      })),
    );
  }
  return undefined;
};

/** Query, path and `Last-Event-ID` as the input of a stream; the header of a returning client goes first. */
const streamInput = (
  name: StreamName,
  request: Request,
  parameters: Readonly<Record<string, string>>,
): Readonly<Record<string, unknown>> => {
  const lastId = request.headers.get('last-event-id');
  if (lastId !== null && !/^\d{1,15}$/.test(lastId)) {
    throw new AgentNetError('input/invalid', 'Last-Event-ID must be the id of an event of this stream.', {
      where: { path: 'Last-Event-ID' },
      remedy: 'Send back the last `id` that was received, or leave the header out to begin at `after`.',
    });
  }
  const key = streams[name]?.key;
  return {
    ...Object.fromEntries(new URL(request.url).searchParams),
    ...(lastId !== null && key !== undefined && { [key]: lastId }),
    ...parameters,
  };
};

const idOf = (name: StreamName, message: unknown): { readonly id?: number } => {
  const id = streams[name]?.after(message);
  return id === undefined ? {} : { id };
};

/** Stored events only, to the last one of the session. */
const durableEvents = (
  batches: ClosableIterator<readonly unknown[]>,
  summary: SessionSummary,
): ClosableIterator<readonly ServerSentEvent[]> =>
  mapped(batches, (messages) => {
    let last = false;
    const events: ServerSentEvent[] = [];
    for (const message of messages as readonly WatchMessage[]) {
      if (message.kind === 'event') {
        events.push({ id: message.event.seq, data: message.event });
        last ||= message.event.type === 'session-ended';
      }
      last ||= message.kind === 'caught-up' && summary.status === 'ended';
    }
    return { messages: events, last };
  });

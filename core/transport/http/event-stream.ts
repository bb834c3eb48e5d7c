import type { Clock } from '../../effects/index.ts';
import type { ClosableIterator } from '../batched.ts';
import { problemResponse } from './problem.ts';

/** One message of a stream of server-sent events; `id` is what a client sends back as `Last-Event-ID`. */
export interface ServerSentEvent {
  readonly id?: number;
  readonly data: unknown;
}

/** Silence after which a comment keeps proxies and clients from giving the connection up. */
const KEEP_ALIVE_MS = 15_000;

/**
 * Server-sent events, pulled from the source only as fast as the reader takes them. An error that comes after the
 * start is a message of the type `problem` with a problem document as its data, and the end.
 */
export const eventStreamResponse = (
  batches: ClosableIterator<readonly ServerSentEvent[]>,
  clock: Clock,
  instance: string,
): Response => {
  const encoder = new TextEncoder();
  let pending: Promise<IteratorResult<readonly ServerSentEvent[], undefined>> | undefined;
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      pending ??= batches.next();
      const silence = new AbortController();
      try {
        const result = await Promise.race([
          pending,
          clock.sleep(KEEP_ALIVE_MS, silence.signal).then(() => 'silence' as const),
        ]);
        if (result === 'silence') {
          controller.enqueue(encoder.encode(': keep-alive\n\n'));
          return;
        }
        pending = undefined;
        if (result.done) controller.close();
        else controller.enqueue(encoder.encode(result.value.map(encodeEvent).join('')));
      } catch (error) {
        const problem = await problemResponse(error, instance).text();
        controller.enqueue(encoder.encode(`event: problem\ndata: ${problem}\n\n`));
        controller.close();
      } finally {
        silence.abort();
      }
    },
    async cancel() {
      await batches.return();
    },
  });
  return new Response(body, {
    headers: {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    },
  });
};

/** JSON text holds no line breaks, so one `data` line is enough. */
const encodeEvent = ({ id, data }: ServerSentEvent): string =>
  `${id === undefined ? '' : `id: ${id}\n`}data: ${JSON.stringify(data)}\n\n`;

import type { Agent, Dispatcher } from 'undici';
import { waitingBytes } from './waiting-bytes.ts';

export interface Outgoing {
  readonly url: URL;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
}

/** An answer whose headers have come. */
export interface Exchange {
  readonly status: number;
  readonly headers: Headers;
  /** All of the body that waits, as one piece; null at its end. Rejects when it broke off, after what came. */
  readonly read: () => Promise<Uint8Array | null>;
  /** Gives the connection up; does nothing once the body has ended. */
  readonly stop: () => void;
}

/** Bytes that may wait to be read before the server is asked to pause. */
const MOST_WAITING_BYTES = 262_144;

const headersFrom = (raw: Readonly<Record<string, string | string[] | undefined>>): Headers => {
  const headers = new Headers();
  for (const [name, value] of Object.entries(raw)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  return headers;
};

type Ending = { readonly kind: 'end' } | { readonly kind: 'error'; readonly error: unknown };

/**
 * Sends a request and resolves with the headers. `fetch` would throw away what had arrived when a
 * connection breaks off; here the end, good or bad, stands in line behind the pieces before it.
 * Rejects with the library's error, or with the signal's reason. Redirects are not followed.
 */
export const startExchange = (pool: Agent, outgoing: Outgoing, signal: AbortSignal): Promise<Exchange> =>
  new Promise((resolve, reject) => {
    const waiting = waitingBytes();
    let ending: Ending | null = null;
    let wake: (() => void) | null = null;
    let controller: Dispatcher.DispatchController | null = null;

    const finish = (how: Ending) => {
      ending ??= how;
      signal.removeEventListener('abort', onAbort);
      if (how.kind === 'error') reject(how.error);
      wake?.();
    };
    const stop = () => {
      if (ending) return;
      waiting.take();
      finish({ kind: 'error', error: signal.reason ?? new Error('stopped') });
      controller?.abort(new Error('stopped'));
    };
    const onAbort = () => stop();

    const read: Exchange['read'] = async () => {
      for (;;) {
        const piece = waiting.take();
        if (piece) {
          if (controller?.paused) controller.resume();
          return piece;
        }
        if (ending?.kind === 'end') return null;
        if (ending?.kind === 'error') throw ending.error;
        await new Promise<void>((resolveWake) => {
          wake = resolveWake;
        });
        wake = null;
      }
    };

    if (signal.aborted) {
      reject(signal.reason);
      return;
    }
    signal.addEventListener('abort', onAbort, { once: true });
    const { url, method, headers, body } = outgoing;
    pool.dispatch(
      { origin: url.origin, path: `${url.pathname}${url.search}`, method, headers, body },
      {
        onRequestStart: (started) => {
          controller = started;
          if (ending) started.abort(new Error('stopped'));
        },
        onResponseStart: (_controller, status, raw) => {
          // Informational answers come before the real one.
          if (status >= 200) resolve({ status, headers: headersFrom(raw), read, stop });
        },
        onResponseData: (running, piece) => {
          if (ending) return;
          waiting.add(piece);
          if (waiting.size() >= MOST_WAITING_BYTES) running.pause();
          wake?.();
        },
        onResponseEnd: () => finish({ kind: 'end' }),
        onResponseError: (_controller, error) => finish({ kind: 'error', error }),
      },
    );
  });

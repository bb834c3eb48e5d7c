import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { Core } from '../core/app/index.ts';
import { createHttpHandler } from '../core/transport/index.ts';
import { createAccess } from './access.ts';
import { urlHost } from './host-names.ts';
import { listen } from './listen.ts';
import { createListener } from './listener.ts';
import { createPage } from './page.ts';
import { newToken } from './token.ts';

export interface ServerOptions {
  readonly core: Core;
  readonly version: string;
  /** Folder of the built renderer; it may be missing, then only the API answers. */
  readonly rendererFolder: string;
  /** Address to listen on; this machine only when absent. */
  readonly host?: string;
  /** Absent: the default port or the next free one. */
  readonly port?: number;
  readonly token?: string;
}

export interface RunningServer {
  /** Without the token, like `http://127.0.0.1:4310`. */
  readonly url: string;
  readonly token: string;
  readonly port: number;
  /** What `/health/live` answers, so that this server can be told from another on the same port. */
  readonly instance: string;
  /** Takes no more requests, cuts the streams, and lets calls that run finish for a moment. */
  readonly close: () => Promise<void>;
}

/** Time for a client to send its request; answers may take as long as they like, streams for ever. */
const RECEIVE_HEADERS_MS = 10_000;
const RECEIVE_REQUEST_MS = 30_000;
const FINISH_CALLS_MS = 2_000;

/** Starts the web host. Throws `host/port-in-use` and `input/usage`. */
export const startServer = async (options: ServerOptions): Promise<RunningServer> => {
  const { core, version, host = '127.0.0.1', token = newToken() } = options;
  const stop = new AbortController();
  const instance = randomUUID();
  const server = createServer({
    headersTimeout: RECEIVE_HEADERS_MS,
    requestTimeout: RECEIVE_REQUEST_MS,
    // Checked here already, so that a request without it never gets further.
    requireHostHeader: true,
  });
  const port = await listen(server, host, options.port);
  const page = createPage(options.rendererFolder);
  server.on(
    'request',
    createListener({
      core,
      instance,
      stopped: stop.signal,
      access: createAccess({ host, port, token }),
      api: createHttpHandler(core.api, { version, stopped: stop.signal }),
      page: page.answer,
    }),
  );
  // A file that cannot be prepared fails again, and then visibly, when somebody asks for it.
  page.warm().catch(() => undefined);
  return {
    url: `http://${urlHost(host)}:${port}`,
    token,
    port,
    instance,
    close: async () => {
      stop.abort();
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      const timer = setTimeout(() => server.closeAllConnections(), FINISH_CALLS_MS);
      await closed;
      clearTimeout(timer);
    },
  };
};

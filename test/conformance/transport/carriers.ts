import { MessageChannel } from 'node:worker_threads';
import type { CoreApi } from '../../../core/contract/index.ts';
import {
  createHttpClient,
  createHttpHandler,
  createMessagePortClient,
  serveMessagePort,
} from '../../../core/transport/index.ts';
import { startServer } from '../../../server/index.ts';
import { standInCore } from '../../unit/server/stand-in.ts';

export interface Carried {
  readonly client: CoreApi;
  readonly close: () => Promise<void>;
}

export interface Carrier {
  readonly name: string;
  readonly carry: (api: CoreApi) => Promise<Carried>;
  /** Messages of some 300 bytes that may be under way to a reader that does not read. */
  readonly mostAhead: number;
}

const inProcess: Carrier = {
  name: 'in process',
  mostAhead: 1,
  carry: async (api) => ({ client: api, close: async () => undefined }),
};

const http: Carrier = {
  name: 'HTTP',
  mostAhead: 3_000,
  carry: async (api) => {
    const stop = new AbortController();
    const handler = createHttpHandler(api, { version: '0.0.0', stopped: stop.signal });
    const client = createHttpClient({
      baseUrl: 'http://127.0.0.1:1',
      token: 'a token',
      fetch: (request, init) => handler(new Request(request, init)),
    });
    return { client, close: async () => stop.abort() };
  },
};

const messagePort: Carrier = {
  name: 'MessagePort',
  mostAhead: 3_000,
  carry: async (api) => {
    const { port1, port2 } = new MessageChannel();
    const stop = serveMessagePort(api, port1);
    return {
      client: createMessagePortClient(port2),
      close: async () => {
        stop();
        port2.close();
      },
    };
  },
};

const httpOverSocket: Carrier = {
  name: 'HTTP over a socket',
  // The system's buffers on both sides grow to several megabytes.
  mostAhead: 60_000,
  carry: async (api) => {
    const server = await startServer({
      core: { ...standInCore().core, api },
      version: '0.0.0',
      rendererFolder: '/nowhere',
      port: 0,
    });
    const client = createHttpClient({ baseUrl: server.url, token: server.token });
    return { client, close: server.close };
  },
};

export const remoteCarriers: readonly Carrier[] = [http, httpOverSocket, messagePort];
export const carriers: readonly Carrier[] = [inProcess, ...remoteCarriers];

import { MessageChannel } from 'node:worker_threads';
import type { CoreApi } from '../../../core/contract/index.ts';
import {
  createHttpClient,
  createHttpHandler,
  createMessagePortClient,
  serveMessagePort,
} from '../../../core/transport/index.ts';

export interface Carried {
  readonly client: CoreApi;
  readonly close: () => Promise<void>;
}

export interface Carrier {
  readonly name: string;
  readonly carry: (api: CoreApi) => Promise<Carried>;
}

const inProcess: Carrier = {
  name: 'in process',
  carry: async (api) => ({ client: api, close: async () => undefined }),
};

const http: Carrier = {
  name: 'HTTP',
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

export const remoteCarriers: readonly Carrier[] = [http, messagePort];
export const carriers: readonly Carrier[] = [inProcess, ...remoteCarriers];

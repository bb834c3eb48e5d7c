import { RPCLink } from '@orpc/client/fetch';
import { AgentNetError, type CoreApi } from '../../contract/index.ts';
import { type Clock, realEffects } from '../../effects/index.ts';
import { messagesOf, rpcCalls, rpcClient } from '../rpc-client.ts';
import type { StreamRequest } from '../stream-protocol.ts';
import { RPC_PATH } from './paths.ts';
import { errorFromProblem, PROBLEM_TYPE } from './problem.ts';
import { type Connection, resumable } from './resumable.ts';

export interface HttpClientOptions {
  /** Address of the host without a path, like `http://127.0.0.1:4310`. */
  readonly baseUrl: string;
  readonly token: string;
  /** Told when a stream loses its connection and when it has it again. */
  readonly onConnection?: (connection: Connection) => void;
  readonly clock?: Clock;
  readonly fetch?: typeof globalThis.fetch;
}

/** A `CoreApi` over HTTP. Streams are taken up again after a lost connection; calls are not repeated. */
export const createHttpClient = (options: HttpClientOptions): CoreApi => {
  const send = options.fetch ?? globalThis.fetch;
  const link = new RPCLink({
    url: new URL(RPC_PATH, options.baseUrl),
    headers: { authorization: `Bearer ${options.token}` },
    fetch: async (request, init) => {
      const response = await send(request, init);
      const type = response.headers.get('content-type') ?? '';
      // The host's own refusals (token, origin, size) come before the procedures and in REST form.
      if (type === PROBLEM_TYPE) throw errorFromProblem(await response.json());
      if (/^(application\/json|text\/event-stream)\b/.test(type)) return response;
      throw new AgentNetError(
        'host/unreachable',
        `Something else than AgentNet answers at ${options.baseUrl}.`,
        {
          remedy: 'Open the address that `agentnet serve` prints.',
        },
      );
    },
  });
  const calls = rpcCalls(link);
  const resume = {
    clock: options.clock ?? realEffects.clock,
    ...(options.onConnection && { onConnection: options.onConnection }),
  };
  return rpcClient(calls, (name, input, signal) =>
    resumable(
      name,
      input,
      (from, opened) => messagesOf(calls(name), { input: from } satisfies StreamRequest, signal, { opened }),
      signal,
      resume,
    ),
  );
};

import { RPCLink } from '@orpc/client/message-port';
import type { CoreApi } from '../../contract/index.ts';
import { messagesOf, rpcCalls, rpcClient } from '../rpc-client.ts';
import { MORE, type MoreRequest, type StreamRequest } from '../stream-protocol.ts';
import type { PortLike } from './port-like.ts';

/** A `CoreApi` over a port whose other end is served by `serveMessagePort`. Calls fail once the port is closed. */
export const createMessagePortClient = (port: PortLike): CoreApi => {
  const calls = rpcCalls(new RPCLink({ port }));
  let opened = 0;
  const client = rpcClient(calls, (name, input, signal) => {
    opened += 1;
    const stream = String(opened);
    // The stream itself tells when the port is gone; a credit that cannot be given any more is no news.
    const giveCredit = () => calls(MORE)({ stream } satisfies MoreRequest).catch(() => undefined);
    return messagesOf(calls(name), { stream, input } satisfies StreamRequest, signal, {
      consumed: () => void giveCredit(),
    });
  });
  port.start?.();
  return client;
};

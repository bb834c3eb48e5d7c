import { RPCHandler } from '@orpc/server/message-port';
import type { CoreApi } from '../../contract/index.ts';
import { rpcRouter } from '../rpc-router.ts';
import { streamCredits } from '../stream-credits.ts';
import type { PortLike } from './port-like.ts';

/**
 * Serves the core to the other end of the port, until the port closes or the returned function is called; then
 * all its streams are given up.
 */
export const serveMessagePort = (api: CoreApi, port: PortLike): (() => void) => {
  const stop = new AbortController();
  new RPCHandler(rpcRouter(api)).upgrade(port, {
    context: { credits: streamCredits(), stopped: stop.signal },
  });
  port.start?.();
  return () => {
    stop.abort();
    port.close();
  };
};

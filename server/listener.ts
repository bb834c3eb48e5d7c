import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Core } from '../core/app/index.ts';
import { AgentNetError } from '../core/contract/index.ts';
import { problemResponse } from '../core/transport/index.ts';
import type { Access } from './access.ts';
import { answerGuarded, answerLive, answerReady } from './health.ts';
import { incomingRequest } from './incoming-request.ts';
import { sendResponse } from './send-response.ts';

export interface ListenerParts {
  readonly core: Core;
  readonly access: Access;
  readonly api: (request: Request) => Promise<Response>;
  readonly page: (incoming: IncomingMessage, path: string) => Promise<Response>;
  /** Name of this instance, for the sign of life. */
  readonly instance: string;
  /** Aborted when the host closes: a connection that is still open gets no more answers from it. */
  readonly stopped: AbortSignal;
}

/** Who may pass, and who answers which path. */
export const createListener = (parts: ListenerParts): RequestListener => {
  const answer = async (incoming: IncomingMessage, outgoing: ServerResponse, url: URL): Promise<Response> => {
    if (parts.stopped.aborted) {
      outgoing.setHeader('connection', 'close');
      throw new AgentNetError('host/unreachable', 'AgentNet is closing.', {
        kept: 'Everything that was shown as finished is stored.',
        remedy: 'Start it again; sessions that were running can be resumed.',
      });
    }
    parts.access.checkSource(incoming.headers);
    const path = url.pathname;
    if (/^\/(api|rpc)\//.test(path)) {
      parts.access.checkToken(incoming.headers);
      return parts.api(incomingRequest(incoming, outgoing, url));
    }
    if (incoming.method !== 'GET' && incoming.method !== 'HEAD') return wrongMethod(incoming, path);
    if (path === '/health/live') return answerLive(parts.instance);
    if (path === '/health/ready') return answerReady(parts.core);
    if (path === '/metrics' || path.startsWith('/health/')) {
      parts.access.checkToken(incoming.headers);
      return answerGuarded(parts.core, path);
    }
    return parts.page(incoming, path);
  };

  return (incoming, outgoing) => {
    const url = urlOf(incoming);
    void (async () => {
      const response = await (url
        ? answer(incoming, outgoing, url).catch((error: unknown) => refusal(error, url.pathname))
        : refusal(new AgentNetError('input/usage', 'The address of the request could not be read.'), '/'));
      await sendResponse(incoming, outgoing, response);
    })().catch(() => outgoing.destroy());
  };
};

/** Only path and query count: whatever host an absolute request line names, `Host` has to be ours. */
const urlOf = ({ url }: IncomingMessage): URL | undefined => {
  const given = URL.parse(url ?? '/', 'http://agentnet.local');
  return given ? new URL(given.pathname + given.search, 'http://agentnet.local') : undefined;
};

const refusal = (error: unknown, path: string): Response =>
  error instanceof AgentNetError && error.code === 'host/unauthorized'
    ? problemResponse(error, path, { headers: { 'www-authenticate': 'Bearer realm="AgentNet"' } })
    : problemResponse(error, path);

const wrongMethod = (incoming: IncomingMessage, path: string): Response =>
  problemResponse(
    new AgentNetError(
      'input/unknown-route',
      `${path} cannot be called with ${incoming.method ?? 'this method'}.`,
    ),
    path,
    { status: 405, headers: { allow: 'GET, HEAD' } },
  );

import { RPCHandler } from '@orpc/server/fetch';
import { AgentNetError, type CoreApi } from '../../contract/index.ts';
import { type Clock, realEffects } from '../../effects/index.ts';
import { openApiDocument } from '../openapi/document.ts';
import { toRpcError } from '../rpc-error.ts';
import { rpcRouter } from '../rpc-router.ts';
import { limitedBody } from './limited-body.ts';
import { OPEN_API_PATH, REST_PATH, RPC_PATH } from './paths.ts';
import { problemResponse } from './problem.ts';
import { methodsOf, restCalls } from './rest-calls.ts';
import { restStream } from './rest-streams.ts';

export interface HttpHandlerOptions {
  /** Version of the product, for the OpenAPI document. */
  readonly version: string;
  /** Aborted when the host closes: streams are cut then, so that clients know that the session did not end. */
  readonly stopped: AbortSignal;
  readonly maxBodyBytes?: number;
  readonly clock?: Clock;
}

/** A specification with the longest topic in 4-byte characters fits several times. */
const MAX_BODY_BYTES = 1024 * 1024;

/**
 * The core over HTTP, as a function from request to response: our own clients under `/rpc`, REST with its OpenAPI
 * document under `/api/v1`. It never throws: what goes wrong is a problem document. Who may call is the host's
 * business.
 */
export const createHttpHandler = (
  api: CoreApi,
  options: HttpHandlerOptions,
): ((request: Request) => Promise<Response>) => {
  const { version, stopped, maxBodyBytes = MAX_BODY_BYTES, clock = realEffects.clock } = options;
  const rpc = new RPCHandler(rpcRouter(api), {
    interceptors: [({ next }) => next().catch((error: unknown) => Promise.reject(toRpcError(error)))],
  });
  const calls = restCalls(api);
  let document: Promise<string> | undefined;

  const answer = async (original: Request, path: string): Promise<Response> => {
    const request = await limitedBody(original, maxBodyBytes);
    if (path === OPEN_API_PATH && request.method === 'GET') {
      document ??= openApiDocument(version).then((made) => JSON.stringify(made));
      return new Response(await document, { headers: { 'content-type': 'application/json' } });
    }
    if (path.startsWith(`${RPC_PATH}/`)) {
      const { response } = await rpc.handle(request, { prefix: RPC_PATH, context: { stopped } });
      if (response) return response;
    }
    if (path.startsWith(`${REST_PATH}/`)) {
      const rest = path.slice(REST_PATH.length);
      const response = (await restStream(api, request, rest, { clock, stopped })) ?? (await calls(request));
      if (response) return response;
      const methods = methodsOf(rest);
      if (methods.length > 0) return wrongMethod(request.method, path, methods);
    }
    throw new AgentNetError('input/unknown-route', `There is nothing at ${path}.`, {
      remedy: `${OPEN_API_PATH} lists every path.`,
    });
  };

  return async (request) => {
    const path = new URL(request.url).pathname;
    try {
      const response = await answer(request, path);
      if (!response.headers.has('cache-control')) response.headers.set('cache-control', 'no-store');
      return response;
    } catch (error) {
      return problemResponse(error, path);
    }
  };
};

const wrongMethod = (method: string, path: string, methods: readonly string[]): Response =>
  problemResponse(
    new AgentNetError('input/unknown-route', `${path} cannot be called with ${method}.`, {
      remedy: `It takes ${methods.join(', ')}.`,
    }),
    path,
    { status: 405, headers: { allow: methods.join(', ') } },
  );

import { OpenAPIHandler } from '@orpc/openapi/fetch';
import { apiCatalog, type CoreApi, fromWire, type Procedure, type WireError } from '../../contract/index.ts';
import { toRpcError } from '../rpc-error.ts';
import { procedureNames, restRouter } from '../rpc-router.ts';
import { matchPath } from './match-path.ts';
import { REST_PATH } from './paths.ts';
import { problemResponse } from './problem.ts';

/**
 * Answers the unary procedures on their REST paths; gives undefined for a path or method of none. Path, query
 * (GET) or body (the others) together are the input.
 */
export const restCalls = (api: CoreApi): ((request: Request) => Promise<Response | undefined>) => {
  const handler = new OpenAPIHandler(restRouter(api), {
    // Our own form goes out of the library as it is and becomes a problem document below, with its instance.
    customErrorResponseBodyEncoder: (error) => toRpcError(error).data,
  });
  return async (request) => {
    const { response } = await handler.handle(request, { prefix: REST_PATH, context: {} });
    if (response === undefined || response.status < 400) return response;
    return problemResponse(fromWire((await response.json()) as WireError), new URL(request.url).pathname);
  };
};

/** Methods with which a path of the catalog can be called. */
export const methodsOf = (path: string): readonly string[] => {
  const procedures = procedureNames.map((name): Procedure => apiCatalog[name]);
  return procedures
    .filter((procedure) => matchPath(procedure.path, path) !== undefined)
    .map((procedure) => (procedure.kind === 'unary' ? procedure.method : 'GET'));
};

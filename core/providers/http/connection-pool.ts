import type { Agent } from 'undici';

let loading: Promise<Agent> | undefined;

/**
 * The one connection pool of the process, loaded with the first call so that a run on stubs never pays
 * for it. The library's own time limits (5 minutes for headers) are off: a local model that is being
 * read from disk may need longer, and `openWire` counts its own.
 */
export const connectionPool = (): Promise<Agent> => {
  loading ??= import('undici').then(
    ({ Agent }) => new Agent({ headersTimeout: 0, bodyTimeout: 0, connect: { timeout: 15_000 } }),
  );
  return loading;
};

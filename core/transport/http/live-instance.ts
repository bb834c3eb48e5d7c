/** How long a host may take for its shortest answer before it counts as busy, in milliseconds. */
const PATIENCE_MS = 2_000;

/** Who answers at an address: an AgentNet with its instance name, one that is too busy to say, or nobody of ours. */
export type Liveness =
  | { readonly kind: 'alive'; readonly instance: string }
  | { readonly kind: 'busy' }
  | { readonly kind: 'none' };

/** Asks `/health/live`. Whoever takes the connection and then says nothing is busy, not gone. */
export const liveInstance = async (
  baseUrl: string,
  send: typeof globalThis.fetch = globalThis.fetch,
): Promise<Liveness> => {
  try {
    const response = await send(new URL('/health/live', baseUrl), {
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    const body: unknown = await response.json();
    const instance =
      typeof body === 'object' && body !== null && 'instance' in body ? body.instance : undefined;
    return typeof instance === 'string' ? { kind: 'alive', instance } : { kind: 'none' };
  } catch (error) {
    const late = error instanceof DOMException && error.name === 'TimeoutError';
    return late ? { kind: 'busy' } : { kind: 'none' };
  }
};

import type { Wire } from './http/index.ts';

/** The id under which the provider's support finds the call; the APIs name its header differently. */
export const requestId = (wire: Wire): string | null =>
  wire.headers()?.get('x-request-id') ?? wire.headers()?.get('request-id') ?? null;

import type { Wire } from './http/index.ts';

/** The APIs name it differently; Azure sends its own beside that of the server behind it. */
const names = ['x-request-id', 'request-id', 'apim-request-id', 'x-ms-request-id'] as const;

/** The id under which the provider's support finds the call. */
export const requestId = (wire: Wire): string | null => {
  const headers = wire.headers();
  for (const name of names) {
    const id = headers?.get(name);
    if (id) return wire.redact(id);
  }
  return null;
};

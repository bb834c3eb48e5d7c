import { AgentNetError } from '../../contract/index.ts';

/**
 * The request with its body in memory. A body over the limit is refused with `input/too-large` as soon as that
 * is known, by its announced length or while it comes in, and is not read to its end.
 */
export const limitedBody = async (request: Request, maxBytes: number): Promise<Request> => {
  if (request.body === null) return request;
  if (Number(request.headers.get('content-length')) > maxBytes) throw tooLarge(maxBytes);
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = request.body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.byteLength;
    if (size > maxBytes) {
      await reader.cancel();
      throw tooLarge(maxBytes);
    }
    chunks.push(value);
  }
  const body = new Uint8Array(size);
  let offset = 0;
  for (const chunk of chunks) {
    body.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return new Request(request.url, {
    method: request.method,
    headers: request.headers,
    body,
    signal: request.signal,
  });
};

const tooLarge = (maxBytes: number) =>
  new AgentNetError('input/too-large', `The body of a request may hold at most ${maxBytes} bytes.`, {
    kept: 'Nothing was changed; the rest of the body was not read.',
    remedy: 'Shorten the text; long material belongs into a document, not into a topic.',
    data: { max_bytes: maxBytes },
  });

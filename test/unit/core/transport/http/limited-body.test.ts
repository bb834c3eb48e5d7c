import { describe, expect, it } from 'vitest';
import { limitedBody } from '../../../../../core/transport/http/limited-body.ts';

const endless = (read: { bytes: number; cancelled: boolean }) =>
  new ReadableStream<Uint8Array>({
    pull(controller) {
      read.bytes += 1024;
      controller.enqueue(new Uint8Array(1024));
    },
    cancel() {
      read.cancelled = true;
    },
  });

const post = (body: BodyInit | null, headers: Record<string, string> = {}) =>
  new Request('http://host/', { method: 'POST', body, headers, duplex: 'half' } as RequestInit);

describe('limitedBody', () => {
  it('hands on a body within the limit, and a request without one', async () => {
    const request = await limitedBody(post('{"a":1}', { 'content-type': 'application/json' }), 7);
    expect(await request.json()).toEqual({ a: 1 });
    expect(request.headers.get('content-type')).toBe('application/json');
    expect(request.method).toBe('POST');
    const bare = new Request('http://host/');
    expect(await limitedBody(bare, 1)).toBe(bare);
  });

  it('refuses a body that announces too much, and reads none of it', async () => {
    const read = { bytes: 0, cancelled: false };
    const request = post(endless(read), { 'content-length': '11000000' });
    await expect(limitedBody(request, 100_000)).rejects.toMatchObject({
      code: 'input/too-large',
      data: { max_bytes: 100_000 },
    });
    // A stream fills its own small queue, read or not.
    expect(read.bytes).toBeLessThanOrEqual(2048);
  });

  it('stops reading a body that announces nothing and is too large', async () => {
    const read = { bytes: 0, cancelled: false };
    await expect(limitedBody(post(endless(read)), 10_000)).rejects.toMatchObject({ code: 'input/too-large' });
    expect(read.bytes).toBeLessThan(20_000);
    expect(read.cancelled).toBe(true);
  });
});

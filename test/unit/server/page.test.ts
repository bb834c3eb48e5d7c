import type { IncomingMessage } from 'node:http';
import { brotliDecompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { createPage } from '../../../server/page.ts';
import { builtPage, SCRIPT } from './stand-in.ts';

const page = createPage(builtPage());
const ask = (path: string, headers: Record<string, string> = {}) =>
  page.answer({ headers } as IncomingMessage, path);

describe('the page', () => {
  it('is the entry at every address of a screen, with the policy', async () => {
    for (const path of ['/', '/index.html', '/sessions/1', '/agents/Athena@1.0.0']) {
      const response = await ask(path);
      expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
      expect(response.headers.get('cache-control')).toBe('no-cache');
      expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(await response.text()).toContain('<title>AgentNet</title>');
    }
  });

  it('gives files with a hash in their name for ever, and others for asking again', async () => {
    const script = await ask('/assets/index-Bx3f9_aZ.js');
    expect(script.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect((await ask('/icon.svg')).headers.get('cache-control')).toBe('no-cache');
  });

  it('says when nothing has changed', async () => {
    const etag = (await ask('/icon.svg')).headers.get('etag') ?? '';
    const again = await ask('/icon.svg', { 'if-none-match': `W/${etag}, "other"` });
    expect(again.status).toBe(304);
    expect(again.body).toBeNull();
  });

  it('compresses what is worth it, for those who can read it', async () => {
    const brotli = await ask('/assets/index-Bx3f9_aZ.js', { 'accept-encoding': 'gzip, br' });
    expect(brotli.headers.get('content-encoding')).toBe('br');
    expect(brotli.headers.get('vary')).toBe('accept-encoding');
    const bytes = new Uint8Array(await brotli.arrayBuffer());
    expect(brotli.headers.get('content-length')).toBe(String(bytes.byteLength));
    expect(brotliDecompressSync(bytes).toString()).toBe(SCRIPT);
    const plain = await ask('/assets/index-Bx3f9_aZ.js');
    expect(plain.headers.has('content-encoding')).toBe(false);
    expect(await plain.text()).toBe(SCRIPT);
    const small = await ask('/icon.svg', { 'accept-encoding': 'br' });
    expect(small.headers.has('content-encoding')).toBe(false);
  });

  it('can be prepared for its first visitor', async () => {
    await page.warm();
    const response = await ask('/assets/index-Bx3f9_aZ.js', { 'accept-encoding': 'br' });
    expect(response.headers.get('content-encoding')).toBe('br');
  });

  it('does not take a missing file for a screen', async () => {
    await expect(ask('/assets/old-12345678.js')).rejects.toMatchObject({ code: 'input/unknown-route' });
  });

  it('says that it is not built', async () => {
    const missing = createPage('/nowhere');
    await missing.warm();
    await expect(missing.answer({ headers: {} } as IncomingMessage, '/')).rejects.toMatchObject({
      remedy: expect.stringContaining('npm run build'),
    });
  });
});

import { readFile, realpath } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { isPageUrl } from './page-address.ts';

const ENTRY = 'index.html';

const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json',
  svg: 'image/svg+xml',
  png: 'image/png',
  webp: 'image/webp',
  woff2: 'font/woff2',
  wasm: 'application/wasm',
};

/** What the page may load: its own files and nothing else; the core is reached by a port, not by an address. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const endingOf = (path: string): string => path.slice(path.lastIndexOf('.') + 1);

/** Answers requests of the page's scheme with files of the built renderer, and with nothing from outside it. */
export const answerPage =
  (folder: string): ((request: Pick<Request, 'url' | 'method'>) => Promise<Response>) =>
  async ({ url, method }) => {
    if (!isPageUrl(url) || method !== 'GET') return new Response(null, { status: 404 });
    const { pathname } = new URL(url);
    const name = Object.hasOwn(types, endingOf(pathname)) ? pathname.slice(1) : ENTRY;
    const bytes = await readInside(folder, name);
    if (!bytes) return new Response(null, { status: 404 });
    return new Response(bytes, {
      headers: {
        'content-type': types[endingOf(name)] ?? '',
        'content-security-policy': contentSecurityPolicy,
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
      },
    });
  };

/** A file's bytes; undefined when it is not there, or leads out of the folder by a link or an encoded path. */
const readInside = async (
  folder: string,
  encodedName: string,
): Promise<Uint8Array<ArrayBuffer> | undefined> => {
  try {
    const root = await realpath(folder);
    const file = await realpath(join(root, decodeURIComponent(encodedName)));
    return file.startsWith(root + sep) ? new Uint8Array(await readFile(file)) : undefined;
  } catch {
    return undefined;
  }
};

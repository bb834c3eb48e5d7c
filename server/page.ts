import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { AgentNetError } from '../core/contract/index.ts';
import { type Coding, chooseCoding, compress } from './compress.ts';
import { mediaTypeOf, namesFile } from './media-types.ts';
import { contentSecurityPolicy } from './security-headers.ts';
import { type StaticFile, staticFiles } from './static-file.ts';

const ENTRY = 'index.html';
/** Stands in the entry page where the nonce of this one loading goes. */
const NONCE_MARK = '__CSP_NONCE__';
/** The build puts a hash of the content into these names, so a name never changes its content. */
const HASHED = /^assets\/.+-[\w-]{8,}\.\w+$/;
const WORTH_COMPRESSING_BYTES = 1024;

/**
 * The built renderer. Every path that asks for no file is the entry page, because the addresses of screens are made
 * by the page itself.
 */
export const createPage = (
  folder: string,
): ((incoming: IncomingMessage, path: string) => Promise<Response>) => {
  const fileAt = staticFiles(folder);
  const compressed = new Map<string, Promise<Uint8Array>>();

  const encoded = (file: StaticFile, coding: Coding): Promise<Uint8Array> => {
    const key = `${coding} ${file.etag}`;
    const known = compressed.get(key);
    if (known) return known;
    const made = compress(file.bytes, coding);
    compressed.set(key, made);
    return made;
  };

  const answerFile = async ({ headers }: IncomingMessage, file: StaticFile): Promise<Response> => {
    const media = mediaTypeOf(file.name);
    const shared = {
      etag: file.etag,
      vary: 'accept-encoding',
      'cache-control': HASHED.test(file.name) ? 'public, max-age=31536000, immutable' : 'no-cache',
    };
    if (headers['if-none-match']?.includes(file.etag))
      return new Response(null, { status: 304, headers: shared });
    const worth = media.compress && file.bytes.byteLength >= WORTH_COMPRESSING_BYTES;
    const coding = worth ? chooseCoding(String(headers['accept-encoding'] ?? '')) : 'identity';
    const bytes = await encoded(file, coding);
    return new Response(bytes as Uint8Array<ArrayBuffer>, {
      headers: {
        ...shared,
        'content-type': media.type,
        'content-length': String(bytes.byteLength),
        ...(coding !== 'identity' && { 'content-encoding': coding }),
      },
    });
  };

  return async (incoming, path) => {
    if (namesFile(path)) {
      const file = await fileAt(path);
      if (file && file.name !== ENTRY) return answerFile(incoming, file);
      if (!file) throw new AgentNetError('input/unknown-route', `There is nothing at ${path}.`);
    }
    const entry = await fileAt(ENTRY);
    if (entry) return answerEntry(entry);
    throw new AgentNetError('input/unknown-route', 'The screens are not built.', {
      kept: 'The REST paths below /api/v1 work without them.',
      remedy: 'Run `npm run build`, then load this page again.',
    });
  };
};

/** Never stored: it carries a nonce, it is small, and the files it names are stored for ever. */
const answerEntry = (entry: StaticFile): Response => {
  const nonce = randomBytes(16).toString('base64');
  const html = new TextDecoder().decode(entry.bytes).replaceAll(NONCE_MARK, nonce);
  return new Response(html, {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy': contentSecurityPolicy(nonce),
    },
  });
};

import { readdir } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { sep } from 'node:path';
import { AgentNetError } from '../core/contract/index.ts';
import { type Coding, chooseCoding, compress } from './compress.ts';
import { mediaTypeOf, namesFile } from './media-types.ts';
import { contentSecurityPolicy } from './security-headers.ts';
import { type StaticFile, staticFiles } from './static-file.ts';

const ENTRY = 'index.html';
/** The build puts a hash of the content into these names, so a name never changes its content. */
const HASHED = /^assets\/.+-[\w-]{8,}\.\w+$/;
const WORTH_COMPRESSING_BYTES = 1024;

export interface Page {
  readonly answer: (incoming: IncomingMessage, path: string) => Promise<Response>;
  /** Compresses everything ahead of the first visitor, who would wait for it. */
  readonly warm: () => Promise<void>;
}

/**
 * The built renderer. Every path that asks for no file is the entry page, because the addresses of screens are made
 * by the page itself.
 */
export const createPage = (folder: string): Page => {
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
      'content-security-policy': contentSecurityPolicy,
    };
    if (headers['if-none-match']?.includes(file.etag))
      return new Response(null, { status: 304, headers: shared });
    const coding = isWorthCompressing(file)
      ? chooseCoding(String(headers['accept-encoding'] ?? ''))
      : 'identity';
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

  const answer: Page['answer'] = async (incoming, path) => {
    const file = await fileAt(namesFile(path) ? path : `/${ENTRY}`);
    if (file) return answerFile(incoming, file);
    if (namesFile(path) && path !== `/${ENTRY}`) {
      throw new AgentNetError('input/unknown-route', `There is nothing at ${path}.`);
    }
    throw new AgentNetError('input/unknown-route', 'The screens are not built.', {
      kept: 'The REST paths below /api/v1 work without them.',
      remedy: 'Run `npm run build`, then load this page again.',
    });
  };

  const warm: Page['warm'] = async () => {
    // Without a built page there is nothing to prepare; a visitor is told so.
    const names = await readdir(folder, { recursive: true }).catch(() => []);
    for (const name of names) {
      const file = await fileAt(`/${name.split(sep).map(encodeURIComponent).join('/')}`);
      if (file && isWorthCompressing(file)) await encoded(file, 'br');
    }
  };
  return { answer, warm };
};

const isWorthCompressing = ({ name, bytes }: StaticFile): boolean =>
  mediaTypeOf(name).compress && bytes.byteLength >= WORTH_COMPRESSING_BYTES;

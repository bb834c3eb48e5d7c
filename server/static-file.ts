import { createHash } from 'node:crypto';
import { readFile, realpath, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';

/** A file of the page as it is on the disk now. */
export interface StaticFile {
  /** Path inside the folder, with slashes. */
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly etag: string;
}

/**
 * Reads files below one folder. Gives undefined for what is not there, is no file, or lies outside, by whatever
 * trick: the path is resolved as the operating system does and must still begin with the folder.
 */
export const staticFiles = (folder: string): ((path: string) => Promise<StaticFile | undefined>) => {
  const known = new Map<string, { readonly version: string; readonly file: StaticFile }>();
  return async (path) => {
    const name = relativeName(path);
    if (name === undefined) return undefined;
    try {
      const root = await realpath(folder);
      const full = await realpath(join(root, name));
      if (!full.startsWith(root + sep)) return undefined;
      const facts = await stat(full);
      if (!facts.isFile()) return undefined;
      const version = `${facts.mtimeMs} ${facts.size}`;
      const before = known.get(name);
      if (before?.version === version) return before.file;
      const bytes = await readFile(full);
      const etag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`;
      const file = { name, bytes, etag };
      known.set(name, { version, file });
      return file;
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw error;
    }
  };
};

/** The decoded path without its first slash; undefined for one that no file of ours can have. */
const relativeName = (path: string): string | undefined => {
  let name: string;
  try {
    name = decodeURIComponent(path).replace(/^\/+/, '');
  } catch {
    return undefined;
  }
  const parts = name.split('/');
  const odd = /[\\:\0]/.test(name) || parts.some((part) => part === '' || part.startsWith('.'));
  return odd ? undefined : name;
};

const isMissing = (error: unknown): boolean =>
  error instanceof Error &&
  'code' in error &&
  ['ENOENT', 'ENOTDIR', 'ENAMETOOLONG', 'ELOOP'].includes(String(error.code));

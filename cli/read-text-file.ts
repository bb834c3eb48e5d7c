import { open } from 'node:fs/promises';
import { AgentNetError } from '../core/contract/index.ts';
import type { Terminal } from './terminal.ts';

/** Far more than any specification or agent; the reader of the text has a closer limit. */
const MAX_BYTES = 1024 * 1024;

/** A recorded workflow of ten thousand tasks has a few megabytes. */
export const MOST_GRAPH_BYTES = 256 * 1024 * 1024;

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  ENOTDIR: 'there is no such file',
  EISDIR: 'it is a folder',
  EACCES: 'this user may not read it',
  EPERM: 'this user may not read it',
  ELOOP: 'its links go round in a circle',
  ENAMETOOLONG: 'the name is too long',
};

/** The text of a file, or of standard input for `-`. Throws `input/*` naming the file and what is wrong with it. */
export const readTextFile = async (
  file: string,
  terminal: Terminal,
  maxBytes = MAX_BYTES,
): Promise<string> => {
  const bytes = file === '-' ? await terminal.readStandardInput() : await readBytes(file, maxBytes);
  if (bytes.byteLength > maxBytes) throw tooLarge(file, bytes.byteLength, maxBytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new AgentNetError('input/invalid-yaml', 'It is no text in UTF-8.', {
      where: { file },
      kept: 'Nothing was started or changed.',
      remedy: 'Save it as UTF-8 and try again.',
    });
  }
};

const readBytes = async (file: string, maxBytes: number): Promise<Uint8Array> => {
  try {
    await using handle = await open(file);
    const facts = await handle.stat();
    if (facts.isDirectory()) throw unreadable(file, 'EISDIR');
    if (facts.size > maxBytes) throw tooLarge(file, facts.size, maxBytes);
    // One byte more than is allowed tells an endless file (a device, a pipe) from one that fits.
    const buffer = new Uint8Array(maxBytes + 1);
    let length = 0;
    for (;;) {
      const { bytesRead } = await handle.read(buffer, length, buffer.byteLength - length, null);
      length += bytesRead;
      if (bytesRead === 0 || length === buffer.byteLength) return buffer.subarray(0, length);
    }
  } catch (error) {
    if (error instanceof AgentNetError) throw error;
    throw unreadable(file, error instanceof Error && 'code' in error ? String(error.code) : String(error));
  }
};

const unreadable = (file: string, code: string): AgentNetError =>
  new AgentNetError('input/unreadable-file', `It cannot be read: ${reasons[code] ?? code}.`, {
    where: { file },
    kept: 'Nothing was started or changed.',
    remedy: 'Name a file that you can read, like scenarios/resilient-edge.yaml.',
  });

const tooLarge = (file: string, size: number, maxBytes: number): AgentNetError =>
  new AgentNetError('input/too-large', `It has ${size} bytes; at most ${maxBytes} are read.`, {
    where: { file },
    kept: 'Nothing was started or changed.',
    remedy: 'Shorten it; long material belongs into a document, not into a topic.',
  });

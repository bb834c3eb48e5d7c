import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readTextFile } from '../../../cli/read-text-file.ts';
import { testTerminal } from './stand-ins.ts';

const folder = mkdtempSync(join(tmpdir(), 'agentnet-text-'));
const terminal = testTerminal({ readStandardInput: async () => new TextEncoder().encode('from a pipe') });
const write = (name: string, content: string | Uint8Array) => {
  const file = join(folder, name);
  writeFileSync(file, content);
  return file;
};

describe('readTextFile', () => {
  it('reads text, without the mark that some editors put first', async () => {
    expect(await readTextFile(write('a', 'mode: debate – ü'), terminal)).toBe('mode: debate – ü');
    expect(await readTextFile(write('b', '\ufeffmode: x'), terminal)).toBe('mode: x');
    expect(await readTextFile(write('c', ''), terminal)).toBe('');
    expect(await readTextFile('-', terminal)).toBe('from a pipe');
  });

  it.each([
    ['a missing file', () => join(folder, 'none'), 'input/unreadable-file', 'no such file'],
    ['a file below a file', () => join(write('d', ''), 'x'), 'input/unreadable-file', 'no such file'],
    ['a folder', () => folder, 'input/unreadable-file', 'a folder'],
    ['10 MB', () => write('e', 'x'.repeat(10 * 1024 * 1024)), 'input/too-large', '10485760 bytes'],
    ['no text', () => write('f', new Uint8Array([0x6d, 0xff, 0xfe])), 'input/invalid-yaml', 'UTF-8'],
  ])('refuses %s by name', async (_what, file, code, words) => {
    const name = file();
    await expect(readTextFile(name, terminal)).rejects.toMatchObject({
      code,
      message: expect.stringContaining(words),
      where: { file: name },
      kept: 'Nothing was started or changed.',
    });
  });

  it.runIf(process.platform === 'linux')('does not read an endless file for ever', async () => {
    await expect(readTextFile('/dev/zero', terminal)).rejects.toMatchObject({ code: 'input/too-large' });
  });
});

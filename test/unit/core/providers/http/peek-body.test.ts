import { describe, expect, it } from 'vitest';
import { peekBody } from '../../../../../core/providers/http/peek-body.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

/** Reads of the given pieces, then null for ever; counts how often it was asked. */
const reads = (...pieces: readonly string[]) => {
  const left = pieces.map(bytes);
  let asked = 0;
  const read = async () => {
    asked += 1;
    return left.shift() ?? null;
  };
  return { read, asked: () => asked };
};

const restOf = async (read: () => Promise<Uint8Array | null>) => {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  let text = '';
  for (let piece = await read(); piece !== null; piece = await read()) text += decoder.decode(piece);
  return text;
};

describe('peekBody', () => {
  it.each([
    [['{"a":1}'], '{'],
    [['\n \r\n', '\t', ' {"a"', ':1}'], '{'],
    [['\uFEFFdata: x'], 'd'],
    [[': keep-alive\n\n', 'data: x'], ':'],
  ])('finds what %j begins with, and loses nothing', async (pieces, first) => {
    const { begins, read } = await peekBody(reads(...pieces).read);
    expect(begins).toBe(first.charCodeAt(0));
    expect(await restOf(read)).toBe(pieces.join(''));
  });

  it('finds nothing in an empty body or one of blanks', async () => {
    expect((await peekBody(reads().read)).begins).toBeNull();
    const blank = await peekBody(reads(' ', '\n').read);
    expect(blank.begins).toBeNull();
    expect(await restOf(blank.read)).toBe(' \n');
  });

  it('reads no further than it must', async () => {
    const source = reads('\n', 'x', 'y');
    await peekBody(source.read);
    expect(source.asked()).toBe(2);
  });

  it('rejects when the body breaks off first', async () => {
    await expect(peekBody(() => Promise.reject(new Error('cut')))).rejects.toThrow('cut');
  });
});

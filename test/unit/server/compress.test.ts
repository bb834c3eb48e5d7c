import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { chooseCoding, compress } from '../../../server/compress.ts';

it('chooses the best coding that is accepted', () => {
  expect(chooseCoding('gzip, deflate, br, zstd')).toBe('br');
  expect(chooseCoding('GZIP;q=0.5, br;q=0')).toBe('gzip');
  expect(chooseCoding('br;q=0.0')).toBe('identity');
  expect(chooseCoding('')).toBe('identity');
  expect(chooseCoding(undefined)).toBe('identity');
});

it('compresses without loss', async () => {
  const bytes = new TextEncoder().encode('let answer = 42;\n'.repeat(500));
  expect(new Uint8Array(brotliDecompressSync(await compress(bytes, 'br')))).toEqual(bytes);
  expect(new Uint8Array(gunzipSync(await compress(bytes, 'gzip')))).toEqual(bytes);
  expect(await compress(bytes, 'identity')).toBe(bytes);
});

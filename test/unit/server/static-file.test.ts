import { mkdirSync, mkdtempSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { staticFiles } from '../../../server/static-file.ts';

const root = mkdtempSync(join(tmpdir(), 'agentnet-static-'));
const folder = join(root, 'page');
mkdirSync(join(folder, 'assets'), { recursive: true });
writeFileSync(join(folder, 'assets', 'a b.js'), 'let a;');
writeFileSync(join(folder, '.build.json'), '{}');
writeFileSync(join(root, 'secret.txt'), 'secret');
symlinkSync(join(root, 'secret.txt'), join(folder, 'link.txt'));
mkdirSync(join(root, 'page-two'));
writeFileSync(join(root, 'page-two', 'x.txt'), 'x');
afterAll(() => rmSync(root, { recursive: true }));

const fileAt = staticFiles(folder);

describe('staticFiles', () => {
  it('reads a file by its encoded path', async () => {
    const file = await fileAt('/assets/a%20b.js');
    expect(file?.name).toBe('assets/a b.js');
    expect(new TextDecoder().decode(file?.bytes)).toBe('let a;');
  });

  it('sees that a file has changed', async () => {
    const before = await fileAt('/assets/a%20b.js');
    expect((await fileAt('/assets/a%20b.js'))?.etag).toBe(before?.etag);
    writeFileSync(join(folder, 'assets', 'a b.js'), 'let b;');
    utimesSync(join(folder, 'assets', 'a b.js'), new Date(), new Date(1));
    const after = await fileAt('/assets/a%20b.js');
    expect(after?.etag).not.toBe(before?.etag);
    expect(new TextDecoder().decode(after?.bytes)).toBe('let b;');
  });

  it.each([
    '/../secret.txt',
    '/assets/../../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e%2fsecret.txt',
    '/..\\secret.txt',
    '/..%5csecret.txt',
    '/link.txt',
    '/../page-two/x.txt',
    '//etc/passwd',
    '/assets//a%20b.js',
    '/.build.json',
    '/assets',
    '/assets/',
    '/missing.js',
    '/a%00.js',
    '/%E0%A4',
    '/C:/x.js',
    `/${'a'.repeat(5000)}.js`,
  ])('finds nothing at %s', async (path) => {
    expect(await fileAt(path)).toBeUndefined();
  });

  it('finds nothing where there is no folder', async () => {
    expect(await staticFiles(join(root, 'nowhere'))('/index.html')).toBeUndefined();
  });
});

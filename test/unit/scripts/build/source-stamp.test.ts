import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sourceStamp } from '../../../../scripts/build/source-stamp.mjs';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'agentnet-stamp-'));
  mkdirSync(join(root, 'core', 'deep'), { recursive: true });
  writeFileSync(join(root, 'core', 'deep', 'a.ts'), 'one');
  writeFileSync(join(root, 'package.json'), '{}');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const stamp = () => sourceStamp(root, ['package.json', 'core', 'not-there']);

describe('sourceStamp', () => {
  it('is the same for the same files', () => {
    expect(stamp()).toBe(stamp());
  });

  it('changes with a size, a time, a new file and a removed one', () => {
    const seen = [stamp()];
    writeFileSync(join(root, 'core', 'deep', 'a.ts'), 'longer');
    seen.push(stamp());
    utimesSync(join(root, 'core', 'deep', 'a.ts'), 1, 1);
    seen.push(stamp());
    writeFileSync(join(root, 'core', 'b.ts'), '');
    seen.push(stamp());
    rmSync(join(root, 'core', 'deep'), { recursive: true });
    seen.push(stamp());
    expect(new Set(seen).size).toBe(seen.length);
  });

  it('does not see what is not among its paths', () => {
    const before = stamp();
    writeFileSync(join(root, 'README.md'), 'new');
    expect(stamp()).toBe(before);
  });
});

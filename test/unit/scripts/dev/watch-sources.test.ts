import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { watchSources } from '../../../../scripts/dev/watch-sources.mjs';

it('watchSources calls once for a burst of changes, and not after it was stopped', async () => {
  const root = mkdtempSync(join(tmpdir(), 'agentnet-watch-'));
  mkdirSync(join(root, 'core', 'cost'), { recursive: true });
  let calls = 0;
  const stop = watchSources(root, ['core', 'not-there'], async () => {
    calls += 1;
  });
  for (const name of ['a.ts', 'b.ts', 'c.ts']) writeFileSync(join(root, 'core', 'cost', name), '');
  await expect.poll(() => calls, { timeout: 10_000 }).toBe(1);
  writeFileSync(join(root, 'core', 'cost', 'a.ts'), 'changed');
  await expect.poll(() => calls, { timeout: 10_000 }).toBe(2);
  stop();
  writeFileSync(join(root, 'core', 'cost', 'a.ts'), 'changed again');
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(calls).toBe(2);
  rmSync(root, { recursive: true });
});

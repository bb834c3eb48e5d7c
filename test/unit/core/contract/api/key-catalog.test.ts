import { expect, it } from 'vitest';
import { keyCatalog } from '../../../../../core/contract/api/key-catalog.ts';

it('takes a key in the body of a request only, never in an address', () => {
  for (const { path } of Object.values(keyCatalog)) expect(path).not.toMatch(/\{(key|passphrase)\}/);
  expect(keyCatalog['keys.set'].method).toBe('PUT');
});

it('refuses what is too long to be a key in words that do not repeat it', () => {
  const read = keyCatalog['keys.set'].input.safeParse({ provider: 'openai', key: 'canary'.repeat(2_000) });
  expect(read.success).toBe(false);
  expect(JSON.stringify(read.error?.issues)).not.toContain('canary');
});

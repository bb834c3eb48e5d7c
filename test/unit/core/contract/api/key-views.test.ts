import { expect, it } from 'vitest';
import { connectionTest, keyView } from '../../../../../core/contract/api/key-views.ts';
import { storedKey } from '../../../../support/stored-key.ts';

it('a view of a key has no room for the key', () => {
  expect(keyView.parse({ ...storedKey, key: 'sk-canary', secret: 'sk-canary' })).toEqual(storedKey);
  expect(keyView.safeParse({ ...storedKey, source: 'file' }).success).toBe(false);
});

it('a test says unknown as null, never as zero', () => {
  const test = { provider: 'openai', ok: false, latency_ms: null, models: [], problem: 'It is not there.' };
  expect(connectionTest.parse(test)).toEqual(test);
  expect(connectionTest.safeParse({ ...test, latency_ms: 1.5 }).success).toBe(false);
});

import { expect, it } from 'vitest';
import { connectionTest, keyView } from '../../../../../core/contract/api/key-views.ts';

const view = {
  provider: 'openai',
  type: 'openai',
  source: 'vault',
  name: 'openai',
  last_four: '6789',
  base_url: null,
  key_optional: false,
  storable: true,
  stored: true,
  refused: null,
};

it('a view of a key has no room for the key', () => {
  expect(keyView.parse({ ...view, key: 'sk-canary', secret: 'sk-canary' })).toEqual(view);
  expect(keyView.safeParse({ ...view, source: 'file' }).success).toBe(false);
});

it('a test says unknown as null, never as zero', () => {
  const test = { provider: 'openai', ok: false, latency_ms: null, models: [], problem: 'It is not there.' };
  expect(connectionTest.parse(test)).toEqual(test);
  expect(connectionTest.safeParse({ ...test, latency_ms: 1.5 }).success).toBe(false);
});

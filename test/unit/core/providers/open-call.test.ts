import { expect, it } from 'vitest';
import { fakeEffects } from '../../../../core/effects/index.ts';
import { openCall } from '../../../../core/providers/open-call.ts';

const target = (asked: string[] = []) => ({
  name: 'lab/x',
  baseUrl: 'http://127.0.0.1:8000/v1',
  credentials: async () => {
    asked.push('key');
    return { authorization: 'Bearer secret-key' };
  },
  waits: { headersMs: 1_000, firstByteMs: 1_000, idleMs: 1_000 },
  clock: fakeEffects().clock,
});

it('opens a wire that knows the key and takes it out of texts', async () => {
  const wire = await openCall(target(), new AbortController().signal);
  expect(wire).toMatchObject({ model: 'lab/x', host: '127.0.0.1:8000' });
  expect(wire.redact('it was secret-key')).toBe('it was (key)');
  wire.close();
});

it('does not ask for the key of a call that is aborted already', async () => {
  const asked: string[] = [];
  await expect(openCall(target(asked), AbortSignal.abort())).rejects.toMatchObject({
    code: 'provider/aborted',
  });
  expect(asked).toEqual([]);
});

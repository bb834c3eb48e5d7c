import { fakeEffects } from '../../../../core/effects/index.ts';
import { openWire, type Wire } from '../../../../core/providers/http/index.ts';

export const SECRET = 'sk-secret-of-the-test';

/** A wire that nothing has been sent over: readers need it for the names in their errors. */
export const idleWire = (): Wire =>
  openWire({
    signal: new AbortController().signal,
    clock: fakeEffects().clock,
    model: 'lab/model-1',
    baseUrl: 'http://127.0.0.1:8000/v1',
    credentials: { authorization: `Bearer ${SECRET}` },
    headersMs: 1_000,
    firstByteMs: 1_000,
    idleMs: 1_000,
  });

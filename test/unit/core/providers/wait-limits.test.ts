import { expect, it } from 'vitest';
import { waitLimits } from '../../../../core/providers/wait-limits.ts';

it('waits longer for the headers of a model that is slow to begin', () => {
  expect(waitLimits({}, null)).toEqual({ headersMs: 30_000, firstByteMs: 60_000, idleMs: 60_000 });
  expect(waitLimits({}, 'loads')).toEqual({ headersMs: 600_000, firstByteMs: 60_000, idleMs: 60_000 });
});

it('gives a model that thinks unseen as long for its first byte', () => {
  expect(waitLimits({}, 'thinks')).toEqual({ headersMs: 600_000, firstByteMs: 600_000, idleMs: 60_000 });
});

it('keeps to what the entry says', () => {
  const entry = { headers_s: 0.5, idle_s: 2 };
  expect(waitLimits(entry, null)).toEqual({ headersMs: 500, firstByteMs: 2_000, idleMs: 2_000 });
  expect(waitLimits(entry, 'loads')).toEqual({ headersMs: 500, firstByteMs: 2_000, idleMs: 2_000 });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { redactKeys } from '../../../../../core/providers/http/redact-key.ts';

const forms = (key: string) => [
  key,
  Buffer.from(key).toString('base64'),
  Buffer.from(key).toString('base64url'),
  Buffer.from(key).toString('hex'),
  Buffer.from(key).toString('hex').toUpperCase(),
  encodeURIComponent(key),
  Buffer.from(`Bearer ${key}`).toString('base64'),
];

describe('redactKeys', () => {
  it('takes a key out in every form, whatever is in it', () => {
    const key = fc.string({
      unit: fc.integer({ min: 33, max: 126 }).map((code) => String.fromCharCode(code)),
      minLength: 8,
    });
    fc.assert(
      fc.property(key, (secret) => {
        const clean = redactKeys([secret])(`before ${forms(secret).join(' and ')} after`);
        for (const form of forms(secret)) expect(clean).not.toContain(form);
        expect(clean).toMatch(/^before .* after$/);
      }),
    );
  });

  it('leaves a text alone without a key, and without one that is worth the name', () => {
    expect(redactKeys([])('a text')).toBe('a text');
    expect(redactKeys(['', 'a'])('a text')).toBe('a text');
    expect(redactKeys(['sk-one'])('another text')).toBe('another text');
  });
});

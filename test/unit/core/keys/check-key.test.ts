import { describe, expect, it } from 'vitest';
import type { AgentNetError } from '../../../../core/contract/index.ts';
import { checkKey } from '../../../../core/keys/check-key.ts';

describe('checkKey', () => {
  it('cuts off what a copy brings along', () => {
    expect(checkKey('  sk-one\n')).toBe('sk-one');
  });

  it.each(['', ' \n', 'sk one', 'sk-\u00e9', 'sk\u0000one', 'env:OPENAI', 'keychain:x', 'x'.repeat(5_000)])(
    'refuses %j without repeating it',
    (given) => {
      try {
        checkKey(given);
        expect.unreachable();
      } catch (thrown) {
        expect(thrown).toMatchObject({ code: 'input/invalid' });
        const text = JSON.stringify((thrown as AgentNetError).toWire());
        if (given.trim().length > 3) expect(text).not.toContain(given.trim());
      }
    },
  );
});

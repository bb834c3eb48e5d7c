import { describe, expect, it } from 'vitest';
import { countTokens } from '../../../../core/cost/count-tokens.ts';

describe('countTokens', () => {
  it('counts by the encoding, the same each time', async () => {
    expect(await countTokens('')).toBe(0);
    expect(await countTokens('Hello, world!')).toBe(4);
    expect(await countTokens('Hello, world!')).toBe(4);
  });

  it('takes text for text, even where it looks like a mark of a model', async () => {
    expect(await countTokens('<|endoftext|>')).toBeGreaterThan(0);
  });
});

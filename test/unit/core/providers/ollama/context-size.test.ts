import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { estimateTokens } from '../../../../../core/contract/index.ts';
import { contextSize } from '../../../../../core/providers/ollama/context-size.ts';

const sizeFor = (words: number, maxOutputTokens: number) =>
  contextSize({ messages: [{ role: 'user', content: 'word '.repeat(words) }], maxOutputTokens });

describe('contextSize', () => {
  it('asks for nothing while the standard is enough', () => {
    expect(sizeFor(100, 1_024)).toBeUndefined();
  });

  it('always has room for the prompt and the answer, in a power of two', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 20_000 }),
        fc.integer({ min: 1, max: 20_000 }),
        (words, output) => {
          const size = sizeFor(words, output) ?? 4_096;
          expect(size).toBeGreaterThanOrEqual(estimateTokens('word '.repeat(words)) + output);
          expect(Math.log2(size) % 1).toBe(0);
        },
      ),
      { seed: 13, numRuns: 50 },
    );
  });
});

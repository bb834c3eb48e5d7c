import { describe, expect, it } from 'vitest';
import {
  convergenceMethod,
  mode,
  roundPhase,
  strategy,
  turnKind,
  voteFallback,
  voteMethod,
} from '../../../../core/contract/modes.ts';
import { notBuiltConvergenceMethods } from '../../../../core/contract/session-specification.ts';

describe('modes', () => {
  it('has small words with underscores, each once', () => {
    for (const { options } of [
      mode,
      strategy,
      convergenceMethod,
      voteMethod,
      voteFallback,
      turnKind,
      roundPhase,
    ]) {
      expect(new Set(options).size).toBe(options.length);
      for (const word of options) expect(word).toMatch(/^[a-z]+(_[a-z]+)*$/);
    }
  });

  it('does not offer what is not built', () => {
    for (const word of notBuiltConvergenceMethods) expect(convergenceMethod.options).not.toContain(word);
  });
});

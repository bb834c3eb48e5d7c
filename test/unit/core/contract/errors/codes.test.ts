import { describe, expect, it } from 'vitest';
import { errorCodes, isErrorCode } from '../../../../../core/contract/errors/codes.ts';

const EXITS = new Set([1, 2, 3, 4, 5, 6]);

describe('errorCodes', () => {
  it.each(Object.entries(errorCodes))(
    '%s has a code, an exit code of the design, and an error status',
    (code, facts) => {
      expect(code).toMatch(/^[a-z]+(\/[a-z]+(-[a-z]+)*)?$/);
      expect(EXITS.has(facts.exit)).toBe(true);
      expect(facts.status).toBeGreaterThanOrEqual(400);
      expect(facts.status).toBeLessThan(600);
    },
  );

  it('ends with 2 for input, 5 for providers, 4 for budgets', () => {
    for (const [code, { exit }] of Object.entries(errorCodes)) {
      if (code.startsWith('input/')) expect(exit).toBe(2);
      if (code.startsWith('provider/') && code !== 'provider/aborted') expect(exit).toBe(5);
      if (code.startsWith('budget/')) expect(exit).toBe(4);
    }
  });

  it('never calls bad input worth a second try', () => {
    for (const [code, { retryable }] of Object.entries(errorCodes)) {
      if (code.startsWith('input/')) expect(retryable).toBe(false);
    }
  });
});

describe('isErrorCode', () => {
  it('knows codes and nothing that objects inherit', () => {
    expect(isErrorCode('input/invalid')).toBe(true);
    for (const other of ['toString', '__proto__', '', 'input', 7, null, undefined])
      expect(isErrorCode(other)).toBe(false);
  });
});

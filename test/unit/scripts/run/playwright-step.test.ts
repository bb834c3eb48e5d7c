import { describe, expect, it } from 'vitest';
import { playwrightResult } from '../../../../scripts/run/playwright-step.mjs';

const stats = { expected: 4, unexpected: 0, flaky: 0, skipped: 1 };

describe('playwrightResult', () => {
  it('counts tests', () => {
    expect(playwrightResult({ stats, errors: [] }, 0, '')).toMatchObject({
      passed: 4,
      failed: 0,
      skipped: 1,
    });
    expect(playwrightResult({ stats: { ...stats, unexpected: 2 }, errors: [] }, 1, '').failed).toBe(2);
  });

  it('tells of tests that passed only when tried again', () => {
    const spec = (title: string, status: string) => ({ title, tests: [{ status }] });
    const suites = [
      { specs: [spec('a', 'flaky'), spec('b', 'expected')], suites: [{ specs: [spec('c', 'flaky')] }] },
    ];
    const { passed, note } = playwrightResult({ stats: { ...stats, flaky: 2 }, errors: [], suites }, 0, '');
    expect({ passed, note }).toEqual({ passed: 6, note: '6 tests, 2 of them only when tried again: a; c' });
  });

  it('names what failed, with the first words of its error', () => {
    const results = [{ errors: [{ message: '\u001b[31mError: the sum\u001b[39m\n\nReceived: 2' }] }, {}];
    const suites = [{ specs: [{ title: 'adds up', tests: [{ status: 'unexpected', results }] }] }];
    const { note } = playwrightResult({ stats: { ...stats, unexpected: 1 }, errors: [], suites }, 1, '');
    expect(note).toBe('4 tests, 1 failed: adds up (Error: the sum)');
  });

  it('does not pass a run with errors outside of all tests', () => {
    expect(playwrightResult({ stats, errors: [{}] }, 1, '').failed).toBe(1);
    expect(playwrightResult({ stats, errors: [] }, 1, '').failed).toBe(1);
  });
});

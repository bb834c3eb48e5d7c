import { describe, expect, it } from 'vitest';
import { vitestResult } from '../../../../scripts/run/vitest-step.mjs';

const report = (
  passed: number,
  failed: number,
  files: { status: string; assertionResults: unknown[] }[] = [],
) => ({
  numPassedTests: passed,
  numFailedTests: failed,
  numPendingTests: 2,
  numTodoTests: 1,
  testResults: files,
});

describe('vitestResult', () => {
  it('counts tests', () => {
    const files = [{ status: 'passed', assertionResults: [1] }];
    expect(vitestResult(report(5, 0, files), 0, '')).toMatchObject({
      passed: 5,
      failed: 0,
      skipped: 3,
      note: '5 tests in 1 files',
    });
  });

  it('counts a file that could not be loaded as one failure', () => {
    const files = [
      { status: 'failed', assertionResults: [] },
      { status: 'failed', assertionResults: [1] },
    ];
    expect(vitestResult(report(5, 1, files), 1, '').failed).toBe(2);
  });

  it('does not pass a run that failed outside of all tests', () => {
    expect(vitestResult(report(5, 0), 1, 'unhandled rejection')).toMatchObject({ failed: 1 });
  });
});

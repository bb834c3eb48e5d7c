import { describe, expect, it, vi } from 'vitest';
import { reportFindings } from '../../../../scripts/check/report-findings.mjs';

describe('reportFindings', () => {
  it('prints a finding a line with its place and fails', () => {
    const lines: string[] = [];
    const log = vi.spyOn(console, 'log').mockImplementation((line: string) => void lines.push(line));
    const code = reportFindings(
      [
        { file: 'a.ts', line: 3, problem: 'is odd' },
        { file: 'b.ts', problem: 'is long' },
      ],
      'fine',
    );
    log.mockRestore();
    expect(lines).toEqual(['a.ts:3 is odd', 'b.ts is long']);
    expect(code).toBe(1);
  });

  it('prints the summary when there is nothing to find', () => {
    const log = vi.spyOn(console, 'log').mockImplementation(() => undefined);
    const code = reportFindings([], '3 files');
    expect(log.mock.calls).toEqual([['3 files']]);
    log.mockRestore();
    expect(code).toBe(0);
  });
});

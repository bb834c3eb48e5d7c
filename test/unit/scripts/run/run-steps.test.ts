import { describe, expect, it } from 'vitest';
import { runSteps, stepLine } from '../../../../scripts/run/run-steps.mjs';

const result = (passed: number, failed: number, note = '', output = '') => ({
  passed,
  failed,
  skipped: 0,
  note,
  output,
});

describe('runSteps', () => {
  it('gives the results in the order of the steps, however they end', async () => {
    const ended: string[] = [];
    const step = (name: string, ms: number) => ({
      name,
      run: async () => {
        await new Promise((resolve) => setTimeout(resolve, ms));
        ended.push(name);
        return result(ms, 0);
      },
    });
    const results = await runSteps([step('slow', 60), step('quick', 1)], {
      concurrency: 2,
      print: () => undefined,
    });
    expect(ended).toEqual(['quick', 'slow']);
    expect(results.map(({ passed }) => passed)).toEqual([60, 1]);
  });

  it('runs no more at a time than it is told', async () => {
    let running = 0;
    let most = 0;
    const step = {
      name: 'step',
      run: async () => {
        running += 1;
        most = Math.max(most, running);
        await new Promise((resolve) => setTimeout(resolve, 5));
        running -= 1;
        return result(1, 0);
      },
    };
    await runSteps(Array(6).fill(step), { concurrency: 2, print: () => undefined });
    expect(most).toBe(2);
  });

  it('prints what a failed step said, and keeps a passed one to its line', async () => {
    const printed: string[] = [];
    await runSteps(
      [
        { name: 'good', run: async () => result(1, 0, '3 files', 'chatter') },
        { name: 'bad', run: async () => result(0, 1, 'note', 'a.ts:1 is odd\nb.ts is long\n') },
      ],
      { concurrency: 1, print: (line) => printed.push(line) },
    );
    expect(printed).toHaveLength(3);
    expect(printed[0]).toMatch(/^ok +good .* s {2}3 files$/);
    expect(printed[1]).toMatch(/^FAIL +bad .* s {2}note$/);
    expect(printed[2]).toBe('     a.ts:1 is odd\n     b.ts is long');
  });
});

describe('stepLine', () => {
  it('marks a step in which nothing ran', () => {
    expect(stepLine('end to end', result(0, 0, 'did not run: no browser'), 10)).toMatch(
      /^- .*did not run: no browser$/,
    );
  });
});

import { describe, expect, it } from 'vitest';
import { cruiseFindings } from '../../../../scripts/check/cruise-findings.mjs';

const result = (summary: object) => ({
  summary: { totalCruised: 9, totalDependenciesCruised: 9, violations: [], ...summary },
});
const rules = [{ name: 'layer:core/cost', comment: 'core/cost may import only: core/contract.' }];
const violation = {
  from: 'core/cost/a.ts',
  to: 'core/app/index.ts',
  rule: { name: 'layer:core/cost', severity: 'error' },
};

describe('cruiseFindings', () => {
  it('says who imports what, and what the rule allows', () => {
    expect(cruiseFindings(result({ violations: [violation] }), rules, true)).toEqual([
      {
        file: 'core/cost/a.ts',
        problem: 'imports core/app/index.ts. core/cost may import only: core/contract. [layer:core/cost]',
      },
    ]);
  });

  it('shows the whole way of a cycle', () => {
    const cycle = [{ name: 'b.ts' }, { name: 'a.ts' }];
    const found = cruiseFindings(
      result({
        violations: [{ ...violation, type: 'cycle', cycle, rule: { name: 'no-cycles', severity: 'error' } }],
      }),
      rules,
      true,
    );
    expect(found[0]?.problem).toBe('is part of a cycle: b.ts -> a.ts [no-cycles]');
  });

  it('does not take blindness for innocence', () => {
    for (const [summary, readsTypeScript] of [
      [{}, false],
      [{ totalCruised: 0 }, true],
      [{ totalDependenciesCruised: 0 }, true],
    ] as const) {
      expect(cruiseFindings(result(summary), rules, readsTypeScript)[0]?.problem).toContain('were not read');
    }
    expect(cruiseFindings(result({}), rules, true)).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { plants } from '../../../../scripts/check/plants.mjs';
import { isCaught } from '../../../../scripts/check/self-test.mjs';

const plant = {
  what: 'an unused export',
  caughtBy: 'unused',
  expect: 'plantedAndNeverUsed',
  files: { 'core/effects/planted.ts': '', 'core/effects/other.ts': '' },
} as const;

describe('isCaught', () => {
  it('wants the culprit and its crime close together', () => {
    expect(isCaught(plant, 'Unused exports (1)\nplantedAndNeverUsed  core/effects/planted.ts:2:14\n')).toBe(
      true,
    );
    expect(isCaught(plant, 'core/effects/planted.ts:2:14 lint\n\n  × plantedAndNeverUsed\n')).toBe(true);
  });

  it('is not content with half of it', () => {
    expect(isCaught(plant, '')).toBe(false);
    expect(isCaught(plant, 'Unused files\ncore/effects/planted.ts\n')).toBe(false);
    expect(isCaught(plant, 'plantedAndNeverUsed  core/effects/other.ts\n')).toBe(false);
    expect(isCaught(plant, `core/effects/planted.ts${'\n'.repeat(9)}plantedAndNeverUsed`)).toBe(false);
  });
});

describe('plants', () => {
  it('never plant two things in one place', () => {
    const paths = plants.flatMap(({ files }) => Object.keys(files));
    expect(new Set(paths).size).toBe(paths.length);
  });

  it('have something for each check to find', () => {
    expect(new Set(plants.map(({ caughtBy }) => caughtBy))).toEqual(
      new Set(['layers', 'mirror', 'lint', 'unused', 'rules', 'types']),
    );
  });
});

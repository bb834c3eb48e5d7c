import { describe, expect, it } from 'vitest';
import { mirrorFindings, needsTest, parseExemptions } from '../../../../scripts/check/mirror-rules.mjs';

const LOGIC = 'export const f = () => 1;';
const tree = (sources: string[], tests: string[], exempt = '') => ({
  sources,
  tests,
  settings: ['electron-builder.yml', 'package.json'],
  exemptions: parseExemptions(exempt).exemptions,
  read: () => LOGIC,
});
const problems = (...args: Parameters<typeof tree>) =>
  mirrorFindings(tree(...args)).map(({ file, problem }) => `${file} ${problem}`);

describe('mirrorFindings', () => {
  it('is content with a mirror', () => {
    expect(
      problems(
        ['core/cost/price-of.ts', 'core/cost/index.ts', 'renderer/ui/button.tsx', 'scripts/check/x.mjs'],
        [
          'test/unit/core/cost/price-of.test.ts',
          'test/unit/renderer/ui/button.test.tsx',
          'test/unit/scripts/check/x.test.ts',
        ],
      ),
    ).toEqual([]);
  });

  it('names the test that is missing', () => {
    expect(problems(['core/cost/price-of.ts'], [])).toEqual([
      'core/cost/price-of.ts has no test; write test/unit/core/cost/price-of.test.ts',
    ]);
  });

  it('names the test whose source is gone, but not what tests only share', () => {
    expect(problems([], ['test/unit/core/gone.test.ts', 'test/unit/core/fixture.ts'])).toEqual([
      'test/unit/core/gone.test.ts tests core/gone, which is not there',
    ]);
  });

  it('accepts a test of a settings file', () => {
    expect(problems([], ['test/unit/electron-builder.test.ts'])).toEqual([]);
  });

  it('respects exemptions and finds those that exempt nothing', () => {
    expect(problems(['bench/turn.ts'], [], 'bench/**  they measure')).toEqual([]);
    expect(
      problems(['core/a.ts'], ['test/unit/core/a.test.ts'], '# why\n\ncore/a.ts  no longer true'),
    ).toEqual(['scripts/mirror-exempt.txt "core/a.ts" exempts nothing']);
  });
});

describe('needsTest', () => {
  it.each([
    ['a door', 'core/x/index.ts', LOGIC],
    [
      'types alone',
      'core/x/a.ts',
      "import type { B } from './b.ts';\n/** Why. */\nexport type A = B | 'c';\n",
    ],
    ['an interface', 'core/x/a.ts', '// note\nexport interface A { readonly b: number }\nexport {};\n'],
  ])('is false for %s', (_, file, text) => {
    expect(needsTest(file, text)).toBe(false);
  });

  it.each([
    ['a function', 'core/x/a.ts', LOGIC],
    ['a constant', 'core/x/a.ts', 'export const LIMIT: number = 3;'],
    ['a script', 'scripts/x/a.mjs', 'run();'],
    ['a component', 'renderer/ui/a.tsx', 'export const A = () => <p />;'],
  ])('is true for %s', (_, file, text) => {
    expect(needsTest(file, text)).toBe(true);
  });
});

describe('parseExemptions', () => {
  it('wants a reason on every line', () => {
    expect(parseExemptions('core/a.ts').findings).toEqual([
      { file: 'scripts/mirror-exempt.txt', line: 1, problem: '"core/a.ts" gives no reason' },
    ]);
  });
});

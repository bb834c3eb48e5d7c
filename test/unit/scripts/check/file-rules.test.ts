import { describe, expect, it } from 'vitest';
import { lengthFindings, sizeFindings, textFindings } from '../../../../scripts/check/file-rules.mjs';

const lines = (count: number) => 'x\n'.repeat(count);
const problems = (text: string, file = 'core/cost/price-of.ts') =>
  textFindings(file, text).map(({ problem }) => problem);

describe('lengthFindings', () => {
  it('allows 400 lines and not one more', () => {
    expect(lengthFindings('a.ts', lines(400))).toEqual([]);
    expect(lengthFindings('a.ts', lines(401))[0]?.problem).toContain('has 401 lines');
    expect(lengthFindings('a.ts', '')).toEqual([]);
  });
});

describe('textFindings', () => {
  it('has nothing to say about a plain file', () => {
    expect(problems("export { priceOf } from './price-of.ts';\n")).toEqual([]);
  });

  it.each(['core/utils/x.ts', 'core/cost/helpers.ts', 'renderer/lib/y.tsx', 'test/unit/core/misc.test.ts'])(
    'calls %s a drawer',
    (file) => {
      expect(problems('', file)[0]).toContain('is a drawer');
    },
  );

  it.each(['core/cost/common-price.ts', 'core/contract/library.ts'])('accepts the name %s', (file) => {
    expect(problems('', file)).toEqual([]);
  });

  it.each(['TO' + 'DO later', 'FIX' + 'ME', 'throw new Error("not ' + 'implemented")'])(
    'does not accept "%s"',
    (text) => {
      expect(problems(`// ${text}`)).toEqual(['says that something is unfinished']);
    },
  );

  it('finds a door that exports everything, and names the line', () => {
    expect(textFindings('core/x/index.ts', "import 'a';\nexport * from './b.ts';")).toEqual([
      { file: 'core/x/index.ts', line: 2, problem: expect.stringContaining('a door names its exports') },
    ]);
    expect(problems("export type * from './b.ts';")).toHaveLength(1);
  });

  it('lets only the tests of types silence the type checker', () => {
    const text = '// @ts-expect-' + 'error: on purpose';
    expect(problems(text)).toEqual(['silences the type checker']);
    expect(problems(text, 'test/types/contract.test.ts')).toEqual([]);
  });
});

describe('sizeFindings', () => {
  const files = (...lengths: number[]) =>
    lengths.map((count, index) => ({ file: `${index}.ts`, text: lines(count) }));

  it('gives median and 90th percentile', () => {
    expect(sizeFindings(files(10, 20, 30, 40, 50, 60, 70, 80, 90, 300)).summary).toBe(
      '10 files, median 50 lines, 90th percentile 90',
    );
  });

  it('finds that files have grown too long', () => {
    expect(sizeFindings(files(81, 81, 10)).findings).toHaveLength(1);
    expect(sizeFindings(files(10, 10, 251)).findings).toHaveLength(1);
    expect(sizeFindings(files(80, 80, 250)).findings).toEqual([]);
  });

  it('copes with no files at all', () => {
    expect(sizeFindings([])).toEqual({ findings: [], summary: 'no source files' });
  });
});

import { describe, expect, it } from 'vitest';
import { type Finding, pathOnly, toProblems } from '../../../../core/scenario/finding.ts';

const finding = (message: string, path: Finding['path'] = []): Finding => ({
  code: 'input/invalid',
  message,
  path,
  at: 'value',
});

describe('toProblems', () => {
  it('puts them in the order of the text, those without a line last', () => {
    const places: Record<string, { line?: number; column?: number }> = {
      a: { line: 3, column: 1 },
      b: { line: 2, column: 9 },
      c: {},
      d: { line: 2, column: 10 },
    };
    const findings = ['a', 'b', 'c', 'd'].map((name) => finding(name, [name]));
    const problems = toProblems(findings, (path) => places[String(path[0])] ?? {});
    expect(problems.map(({ message }) => message)).toEqual(['b', 'd', 'a', 'c']);
  });

  it('says a thing once, and keeps the nearest name', () => {
    const problems = toProblems(
      [
        { ...finding('x'), nearest: 'y' },
        { ...finding('x'), nearest: 'y' },
      ],
      () => ({}),
    );
    expect(problems).toEqual([{ code: 'input/invalid', message: 'x', where: {}, nearest: 'y' }]);
  });

  it('ends after a hundred', () => {
    const many = Array.from({ length: 5_000 }, (_, index) => finding(String(index)));
    expect(toProblems(many, () => ({}))).toHaveLength(100);
  });
});

describe('pathOnly', () => {
  it('is the path, with the file where there is one', () => {
    expect(pathOnly(undefined)(['a', 0], 'key')).toEqual({ path: 'a[0]' });
    expect(pathOnly('--set')([], 'key')).toEqual({ file: '--set' });
  });
});

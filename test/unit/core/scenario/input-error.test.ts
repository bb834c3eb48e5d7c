import { describe, expect, it } from 'vitest';
import { inputError } from '../../../../core/scenario/input-error.ts';

const problem = (code: string, message: string) => ({
  code,
  message,
  where: { file: 'f.yaml', line: 2, column: 3 },
});

describe('inputError', () => {
  it('is the first problem in its words, with all of them as data', () => {
    const problems = [
      problem('input/unknown-agent', 'There is no agent "Athna".'),
      problem('input/invalid', 'b.'),
    ];
    const error = inputError(problems);
    expect(error.code).toBe('input/unknown-agent');
    expect(error.message).toBe('There is no agent "Athna". And 1 more problem.');
    expect(error.where).toEqual({ file: 'f.yaml', line: 2, column: 3 });
    expect(error.data).toEqual({ problems });
    expect(error.exitCode).toBe(2);
    expect(error.kept).not.toBe('');
    expect(error.remedy).not.toBe('');
  });

  it('counts the others', () => {
    const three = [
      problem('input/invalid', 'a.'),
      problem('input/invalid', 'b.'),
      problem('input/invalid', 'c.'),
    ];
    expect(inputError(three).message).toBe('a. And 2 more problems.');
    expect(inputError(three.slice(0, 1), 'Mend it.')).toMatchObject({ message: 'a.', remedy: 'Mend it.' });
  });

  it('is input/invalid for a code that is no error code', () => {
    expect(inputError([problem('input/unused', 'a.')]).code).toBe('input/invalid');
  });
});

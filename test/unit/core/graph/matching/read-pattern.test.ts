import { describe, expect, it } from 'vitest';
import { readPattern } from '../../../../../core/graph/matching/read-pattern.ts';

describe('readPattern', () => {
  it.each([
    ['(?=a)b', /looks ahead/],
    ['(?<name>a)', /looks ahead/],
    ['(a)\\1', /refers back/],
    ['(?<!a)b', /looks ahead/],
    ['a{201}', /more than 200/],
    ['a{3,2}', /less than/],
    ['(a', /never closed/],
    ['[a', /never closed/],
    ['a)', /closes nothing/],
    ['*a', /nothing before it/],
    ['a|+', /nothing before it/],
    ['^*', /place/],
    ['a\\', /backslash/],
    ['\\p{L}', /not supported/],
    ['[z-a]', /ends before/],
    [`${'('.repeat(5000)}`, /too many groups/],
  ])('says in words what is wrong with %j', (text, problem) => {
    expect(readPattern(text)).toEqual({ ok: false, problem: expect.stringMatching(problem) });
  });

  it('takes braces that are no repeat as they are', () => {
    expect(readPattern('a{b}')).toMatchObject({ ok: true });
    expect(readPattern('')).toMatchObject({ ok: true });
  });
});

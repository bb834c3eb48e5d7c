import { describe, expect, it } from 'vitest';
import { classNames } from '../../../../renderer/ui/class-names.ts';

describe('classNames', () => {
  it('joins what applies and drops the rest', () => {
    expect(classNames('a', false, undefined, 'b', null, '')).toBe('a b');
    expect(classNames()).toBe('');
  });
});

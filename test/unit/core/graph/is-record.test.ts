import { describe, expect, it } from 'vitest';
import { isRecord } from '../../../../core/graph/is-record.ts';

describe('isRecord', () => {
  it('is true of objects that are no list', () => {
    expect([{}, Object.create(null), { a: 1 }].every(isRecord)).toBe(true);
    expect([null, undefined, [], 'a', 1, () => 1].some(isRecord)).toBe(false);
  });
});

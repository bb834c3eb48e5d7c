import { describe, expect, it } from 'vitest';
import { findJson } from '../../../../../core/graph/running/find-json.ts';

describe('findJson', () => {
  it.each([
    [' {"a": 1} ', { a: 1 }],
    ['x ```\n[1]\n``` y', [1]],
    ['x ```js\nno\n``` and ```json\n{"b": 2}\n```', { b: 2 }],
    ['see [1] or {"a"', [1]],
    ['a {no} b {"q": "\\"}"} c', { q: '"}' }],
    ['```json\n[1, 2]', [1, 2]],
  ])('finds it in %j', (text, value) => {
    expect(findJson(text)).toEqual({ value });
  });

  it.each(['7', '"a"', '', '{', '[1', 'null'])('finds none in %j', (text) => {
    expect(findJson(text)).toBeUndefined();
  });
});

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePath, pathText } from '../../../../core/scenario/input-path.ts';

describe('pathText', () => {
  it.each([
    [[], ''],
    [['budget', 'tokens'], 'budget.tokens'],
    [['convergence', 'methods', 1], 'convergence.methods[1]'],
    [['agents', 0], 'agents[0]'],
    [['metadata', 'a b'], 'metadata["a b"]'],
    [['metadata', 'a.b', 'c'], 'metadata["a.b"].c'],
    [['"'], '["\\""]'],
  ] as const)('%j is %s', (path, text) => {
    expect(pathText(path)).toBe(text);
  });

  it('cuts long names, and shows no control or turning marks', () => {
    expect(pathText(['k'.repeat(5_000)]).length).toBeLessThan(60);
    expect(pathText(['a\u202eb\nc\u0007'])).not.toMatch(/[\u202e\n\u0007]/);
  });
});

describe('parsePath', () => {
  it('reads both ways of writing a place in a list', () => {
    expect(parsePath('a.b[2].c')).toEqual(['a', 'b', 2, 'c']);
    expect(parsePath('a.b.2.c')).toEqual(['a', 'b', 2, 'c']);
  });

  it.each(['', '.', 'a.', '.a', 'a..b', 'a[x]', 'a[1', 'a b', 'a=b', '[0]'])('refuses %j', (text) => {
    expect(parsePath(text)).toBeUndefined();
  });

  it('reads what pathText writes of plain names', () => {
    const step = fc.oneof(fc.stringMatching(/^[a-z_]{1,10}$/), fc.nat(999));
    const path = fc.tuple(fc.stringMatching(/^[a-z_]{1,10}$/), fc.array(step, { maxLength: 5 }));
    fc.assert(
      fc.property(path, ([first, rest]) => {
        expect(parsePath(pathText([first, ...rest]))).toEqual([first, ...rest]);
      }),
      { verbose: true },
    );
  });
});

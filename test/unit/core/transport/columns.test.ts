import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnsOf, rowsOf } from '../../../../core/transport/columns.ts';

describe('columns', () => {
  it('say every name once, and where a member is that only some rows have', () => {
    const rows = [
      { a: 1, b: null },
      { a: 2, b: 'x', c: true },
      { a: 3, b: 'y', d: undefined },
    ];
    expect(columnsOf(rows)).toEqual({
      count: 3,
      whole: { a: [1, 2, 3], b: [null, 'x', 'y'] },
      sparse: { c: [[1, true]] },
    });
  });

  it('give the same rows again over JSON', () => {
    const row = fc.dictionary(fc.constantFrom('a', 'b', 'c', '7'), fc.jsonValue(), { noNullPrototype: true });
    fc.assert(
      fc.property(fc.array(row), (rows) => {
        const sent = JSON.parse(JSON.stringify(rows));
        expect(rowsOf(JSON.parse(JSON.stringify(columnsOf(sent))))).toEqual(sent);
      }),
      { seed: 12, numRuns: 200 },
    );
  });

  it('keep rows without members', () => {
    expect(rowsOf(columnsOf([{}, {}]))).toEqual([{}, {}]);
    expect(rowsOf(columnsOf([]))).toEqual([]);
  });
});

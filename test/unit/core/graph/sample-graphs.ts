import * as fc from 'fast-check';

/** Nodes `0`, `1`, ... with any dependencies among them, cycles and self-dependencies too. */
export const arbitraryGraph = fc
  .integer({ min: 1, max: 14 })
  .chain((count) =>
    fc.array(fc.uniqueArray(fc.nat(count - 1), { maxLength: 3 }), { minLength: count, maxLength: count }),
  )
  .map((deps) => deps.map((list, id) => ({ id: `${id}`, deps: list.map(String) })));

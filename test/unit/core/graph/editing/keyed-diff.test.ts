import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  applyKeyed,
  diffKeyed,
  reverseKeyed,
  squashKeyed,
} from '../../../../../core/graph/editing/keyed-diff.ts';

const keyed = fc
  .uniqueArray(fc.tuple(fc.constantFrom('a', 'b', 'c', '__proto__'), fc.record({ v: fc.nat(2) })), {
    selector: ([key]) => key,
  })
  .map((entries) => new Map(entries));
const shown = (map: ReadonlyMap<string, unknown>) => JSON.stringify([...map]);

describe('diffKeyed, applyKeyed, reverseKeyed, squashKeyed', () => {
  it('lead there and back, in one step or in two', () => {
    fc.assert(
      fc.property(keyed, keyed, keyed, (one, two, three) => {
        const first = diffKeyed(one, two);
        const second = diffKeyed(two, three);
        expect(first === undefined).toBe(shown(one) === shown(two));
        if (first) {
          expect(shown(applyKeyed(one, first))).toBe(shown(two));
          expect(shown(applyKeyed(two, reverseKeyed(first)))).toBe(shown(one));
        }
        if (!first || !second) return;
        const both = squashKeyed(first, second);
        expect(both === undefined).toBe(shown(one) === shown(three));
        if (!both) return;
        expect(shown(applyKeyed(one, both))).toBe(shown(three));
        expect(shown(applyKeyed(three, reverseKeyed(both)))).toBe(shown(one));
      }),
      { numRuns: 2000, verbose: true },
    );
  });

  it('keep the objects of what is equal', () => {
    const value = { v: 1 };
    const diff = diffKeyed(
      new Map([['a', value]]),
      new Map([
        ['a', { v: 1 }],
        ['b', { v: 2 }],
      ]),
    );
    expect([...(diff?.updated.keys() ?? [])]).toEqual([]);
    expect(diff && applyKeyed(new Map([['a', value]]), diff).get('a')).toBe(value);
  });
});

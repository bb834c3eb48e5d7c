import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson, keepCanonical } from '../../../../core/contract/canonical-json.ts';

describe('canonicalJson', () => {
  it('sorts members by the UTF-16 units of their names, numbers-like names too', () => {
    // U+1F9ED is written with the surrogates D83E DDED, so it comes before U+FB01.
    const names = ['\ufb01', 'b', '\ud83e\udded', 'B', '10', '9', '\u00e9', '', '\n'];
    const object = Object.fromEntries(names.map((name, index) => [name, index]));
    expect(canonicalJson(object)).toBe(
      '{"":7,"\\n":8,"10":4,"9":5,"B":3,"b":1,"\u00e9":6,"\ud83e\udded":2,"\ufb01":0}',
    );
  });

  it('writes numbers and strings as ECMAScript does', () => {
    expect(canonicalJson([0.1 + 0.2, 1e25, 7.5, 5e-4, 1e-9, -0, 1e21, 123456789012345680000])).toBe(
      '[0.30000000000000004,1e+25,7.5,0.0005,1e-9,0,1e+21,123456789012345680000]',
    );
    expect(canonicalJson('\u0001\t"quote" back\\slash / \u007f \u2028 \ud83e\udded')).toBe(
      '"\\u0001\\t\\"quote\\" back\\\\slash / \u007f \u2028 \ud83e\udded"',
    );
  });

  it('leaves undefined members out and keeps null', () => {
    expect(canonicalJson({ b: undefined, a: null, c: { d: undefined } })).toBe('{"a":null,"c":{}}');
  });

  it('takes objects without a prototype and a member named __proto__ as data', () => {
    expect(canonicalJson(Object.assign(Object.create(null), { b: 1, a: [true, false] }))).toBe(
      '{"a":[true,false],"b":1}',
    );
    expect(canonicalJson(JSON.parse('{"z":1,"__proto__":{"x":2}}'))).toBe('{"__proto__":{"x":2},"z":1}');
  });

  const cycle: unknown[] = [];
  cycle.push({ cycle });
  it.each([
    ['NaN', { a: Number.NaN }],
    ['Infinity', [Number.NEGATIVE_INFINITY]],
    ['bigint', { a: 1n }],
    ['a function', { a: () => 1 }],
    ['a symbol', [Symbol('s')]],
    ['undefined in a list', [undefined]],
    ['a hole in a list', new Array(2)],
    ['undefined alone', undefined],
    ['a lone surrogate in a text', { a: 'x\ud800' }],
    ['a lone surrogate in a name', { '\udc00': 1 }],
    ['a date', { at: new Date(0) }],
    ['a map', new Map([['a', 1]])],
    ['a cycle', cycle],
  ])('refuses %s', (_name, value) => {
    expect(() => canonicalJson(value)).toThrow(/^Canonical JSON has no form for /);
  });

  const reordered = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(reordered);
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(
      Object.entries(value)
        .reverse()
        .map(([name, member]) => [name, reordered(member)]),
    );
  };

  it('is valid JSON of the same value, the same for every order of members, and stable', () => {
    const json = fc.jsonValue({ stringUnit: 'grapheme', maxDepth: 5 });
    fc.assert(
      fc.property(json, (value) => {
        const text = canonicalJson(value);
        // JSON has no negative zero.
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
        expect(canonicalJson(reordered(value))).toBe(text);
        expect(canonicalJson(JSON.parse(text))).toBe(text);
      }),
      { verbose: true },
    );
  });
});

describe('keepCanonical', () => {
  const texts = fc.dictionary(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }), { maxKeys: 4 });
  const seed = 1_736_981;

  it(`changes no byte of a value that the record is part of (seed ${seed})`, () => {
    fc.assert(
      fc.property(texts, (record) => {
        const kept = keepCanonical({ ...record });
        const around = (part: unknown) => [
          part,
          { z: part, a: [part] },
          { b: { '1': part, __proto__: null } },
        ];
        expect(canonicalJson(around(kept))).toBe(canonicalJson(around(record)));
        expect(canonicalJson(kept)).toBe(canonicalJson(record));
      }),
      { seed },
    );
  });

  it('freezes the record and gives it back', () => {
    const message = { role: 'system', content: 'line\n"two"' };
    expect(keepCanonical(message)).toBe(message);
    expect(Object.isFrozen(message)).toBe(true);
    expect(canonicalJson([message])).toBe('[{"content":"line\\n\\"two\\"","role":"system"}]');
  });

  it('refuses what canonical JSON has no form for', () => {
    expect(() => keepCanonical({ text: 'x\ud800' })).toThrow(/half of a surrogate pair/);
  });
});

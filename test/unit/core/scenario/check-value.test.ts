import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { checkValue } from '../../../../core/scenario/check-value.ts';

const schema = z.strictObject({ a: z.string(), b: z.record(z.string(), z.unknown()).default({}) });
const words = { whole: 'the thing', notBuiltKeys: [], notBuiltValues: {}, isSecret: () => false };
const messages = (value: unknown): readonly string[] => {
  const checked = checkValue(schema, value, words);
  return checked.ok ? [] : checked.findings.map(({ message }) => message);
};

describe('checkValue', () => {
  it('gives the value with its defaults', () => {
    expect(checkValue(schema, { a: 'x' }, words)).toEqual({ ok: true, value: { a: 'x', b: {} } });
  });

  it.each([
    [null, 'empty'],
    [[1], 'a list of 1'],
    ['text', '"text"'],
  ])('refuses %j as a whole', (value, shown) => {
    expect(messages(value)).toEqual([
      `The thing must be a mapping of keys, each with its value; it is ${shown}.`,
    ]);
  });

  it('refuses texts and names that cannot be stored, wherever they are', () => {
    expect(messages({ a: 'x\u0000', b: { c: ['\ud800'], 'd\u0000': 1 } })).toEqual([
      'a must not contain NUL bytes.',
      'b.c[0] must not contain half of a surrogate pair.',
      'b["d\ufffd"]: its name must not contain NUL bytes.',
    ]);
  });

  it('ends at data that is nested without end', () => {
    let deep: object = {};
    for (let depth = 0; depth < 5_000; depth += 1) deep = { deep };
    expect(messages({ a: 'x', b: deep })).toEqual(['b.deep.deep is nested too deeply.']);
  });
});

import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { explainIssues, type InputWords, valueAt } from '../../../../core/scenario/explain-issues.ts';
import { jsonSchemaOf } from '../../../../core/scenario/json-schema.ts';

const schema = z.strictObject({
  mode: z.enum(['fast', 'slow']),
  size: z.number().int().min(0).max(Number.MAX_SAFE_INTEGER).optional(),
  share: z.number().min(0).max(1).optional(),
  note: z.string().min(1).max(5).optional(),
  list: z.array(z.string()).min(2).optional(),
  name: z
    .string()
    .regex(/^[a-z]+$/, 'small letters')
    .optional(),
  address: z.string().regex(/^x/, 'must be an address').optional(),
  odd: z
    .string()
    .refine((text) => text !== 'even', 'must not be even')
    .optional(),
  method: z.union([z.boolean(), z.strictObject({ kinds: z.array(z.enum(['near', 'far'])) })]).optional(),
  box: z.strictObject({ a: z.number() }).optional(),
  table: z.record(z.string().regex(/^[a-z]+$/, 'small letters'), z.number()).optional(),
});

const words: InputWords = {
  whole: 'the thing',
  notBuiltKeys: ['later'],
  notBuiltValues: { mode: ['magic'], 'method.kinds[]': ['psychic'] },
  isSecret: ([first]) => first === 'box',
};

const explained = (value: unknown) => {
  const result = schema.safeParse(value);
  if (result.success) return [];
  return explainIssues(result.error.issues, value, jsonSchemaOf(schema), words);
};
const message = (value: object) =>
  [...new Set(explained({ mode: 'fast', ...value }).map((finding) => finding.message))].join('\n');

describe('explainIssues', () => {
  it.each<[object, string]>([
    [{ mode: undefined }, 'mode is missing; it must be one of fast, slow.'],
    [{ mode: 'fasst' }, 'mode must be one of fast, slow; it is "fasst". Did you mean fast?'],
    [{ mode: 7 }, 'mode must be one of fast, slow; it is 7.'],
    [{ mode: 'magic' }, 'mode: magic is not built yet; use fast, slow.'],
    [{ size: -1 }, 'size must be a whole number of at least 0; it is -1.'],
    [{ size: 1.5 }, 'size must be a whole number of at least 0; it is 1.5.'],
    [{ size: '3' }, 'size must be a whole number of at least 0; it is "3". Write it without quotes.'],
    [{ size: null }, 'size must be a whole number of at least 0; it is empty.'],
    [{ share: 2 }, 'share must be a number from 0 to 1; it is 2.'],
    [{ note: '' }, 'note must not be empty.'],
    [{ note: 'abcdefg' }, 'note must be text of 1 to 5 characters; it has 7 characters.'],
    [{ note: 5 }, 'note must be text of 1 to 5 characters; it is 5. Write it in quotes to make it text.'],
    [{ list: 'a' }, 'list must be a list of at least 2 items; it is "a". Write it as a list, in brackets.'],
    [{ list: ['a'] }, 'list must be a list of at least 2 items; it is a list of 1.'],
    [{ list: ['a', 1] }, 'list[1] must be text; it is 1. Write it in quotes to make it text.'],
    [{ name: 'A' }, 'name must be small letters; it is "A".'],
    [{ address: 'A' }, 'address must be an address; it is "A".'],
    [{ odd: 'even' }, 'odd must not be even.'],
    [{ method: 3 }, 'method must be true, false or a mapping of keys; it is 3.'],
    [
      { method: { kinds: ['faar'] } },
      'method.kinds[0] must be one of near, far; it is "faar". Did you mean far?',
    ],
    [{ method: { kinds: ['psychic'] } }, 'method.kinds[0]: psychic is not built yet; use near, far.'],
    [
      { method: { kind: [] } },
      'method.kinds is missing; it must be a list.\nUnknown key "kind" in method. Did you mean kinds?',
    ],
    [{ moed: 1 }, 'Unknown key "moed". Did you mean mode?'],
    [{ later: 1 }, 'later is not built yet, so the thing cannot use it; remove the key.'],
    [{ box: { a: 1, later: 1 } }, 'Unknown key "later" in box. The keys there are a.'],
    [{ table: { AB: 1 } }, 'table.AB cannot be a name here: small letters.'],
  ])('%j: %s', (value, text) => {
    expect(message(value)).toBe(text);
  });

  it('does not repeat what may be a secret', () => {
    expect(message({ box: { a: 'sk-123' } })).toBe('box.a must be a number.');
    expect(message({ box: 'sk-123' })).toBe('box must be a mapping of keys.');
  });

  it('gives a code of its own for what is too long and for what is not built', () => {
    expect(explained({ mode: 'fast', note: 'x'.repeat(9) })[0]?.code).toBe('input/too-large');
    expect(explained({ mode: 'magic' })[0]?.code).toBe('input/not-built');
    expect(explained({ mode: 'fast', later: 1 })[0]).toMatchObject({
      code: 'input/not-built',
      at: 'key',
      path: ['later'],
    });
  });

  it('says what the largest number is only to those who pass it', () => {
    expect(message({ size: 2 ** 60 })).toContain('size must be at most 9007199254740991.');
  });
});

describe('valueAt', () => {
  it('follows own members only', () => {
    expect(valueAt({ a: [{ b: 1 }] }, ['a', 0, 'b'])).toBe(1);
    expect(valueAt({ a: 1 }, ['a', 'b', 'c'])).toBeUndefined();
    expect(valueAt({}, ['constructor'])).toBeUndefined();
  });
});

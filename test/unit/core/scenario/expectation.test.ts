import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { expectation } from '../../../../core/scenario/expectation.ts';
import { jsonSchemaOf } from '../../../../core/scenario/json-schema.ts';

const words = (schema: z.ZodType): string => expectation(jsonSchemaOf(schema));

describe('expectation', () => {
  it.each<[string, z.ZodType]>([
    ['a whole number of at least 1', z.number().int().positive()],
    ['a whole number from 1 to 10000', z.number().int().positive().max(10_000)],
    ['a whole number from 512 to 2000000', z.number().int().min(512).max(2_000_000)],
    ['a whole number of at least 0', z.number().int().min(0).max(Number.MAX_SAFE_INTEGER)],
    ['a whole number', z.number().int()],
    ['a whole number from -4 to 4', z.number().int().gt(-5).lt(5)],
    ['a number from 0 to 1', z.number().min(0).max(1)],
    ['a number greater than 0', z.number().positive()],
    ['a number greater than 0 and at most 9', z.number().positive().max(9)],
    ['a number of at most 9', z.number().max(9)],
    ['a number less than 9', z.number().lt(9)],
    ['a number', z.number()],
    ['true or false', z.boolean()],
    ['empty', z.null()],
    ['text', z.string()],
    ['text of at most 5 characters', z.string().max(5)],
    ['text of 1 to 5 characters', z.string().min(1).max(5)],
    ['text of at least 1 character', z.string().min(1)],
    ['one of a, b', z.enum(['a', 'b'])],
    ['7', z.literal(7)],
    ['a list', z.array(z.string())],
    ['a list of at least 2 items', z.array(z.string()).min(2)],
    ['a list of 2 to 26 items', z.array(z.string()).min(2).max(26)],
    ['a mapping of keys', z.strictObject({ a: z.string() })],
    ['true, false or a mapping of keys', z.union([z.boolean(), z.strictObject({})])],
    ['text, a number, true, false or empty', z.union([z.string(), z.number(), z.boolean(), z.null()])],
    ['another value', z.unknown()],
  ])('%s', (text, schema) => {
    expect(words(schema)).toBe(text);
  });
});

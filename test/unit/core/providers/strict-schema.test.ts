import { describe, expect, it } from 'vitest';
import { isStrictSchema } from '../../../../core/providers/strict-schema.ts';

const closed = (properties: Record<string, unknown>, required = Object.keys(properties)) => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
});

describe('isStrictSchema', () => {
  it.each([
    ['an object that says all', closed({ a: { type: 'string' } })],
    [
      'nested objects and lists of them',
      closed({ a: { type: 'array', items: closed({ b: { type: 'number' } }) } }),
    ],
    [
      'alternatives and definitions',
      { ...closed({ a: { anyOf: [{ type: 'null' }, closed({})] } }), $defs: { d: closed({}) } },
    ],
    ['a plain value', { type: 'string', enum: ['a'] }],
  ])('is true for %s', (_name, schema) => {
    expect(isStrictSchema(schema)).toBe(true);
  });

  it.each([
    ['an open object', { type: 'object', properties: {}, required: [] }],
    ['an optional property', closed({ a: { type: 'string' } }, [])],
    ['an open object inside a list', closed({ a: { type: 'array', items: { type: 'object' } } })],
    ['an open alternative', closed({ a: { anyOf: [{ type: 'object', properties: {} }] } })],
  ])('is false for %s', (_name, schema) => {
    expect(isStrictSchema(schema)).toBe(false);
  });
});

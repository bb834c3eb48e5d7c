import { describe, expect, it } from 'vitest';
import { nodeKind } from '../../../../../core/contract/index.ts';
import { fallbackOf } from '../../../../../core/graph/reading/field.ts';
import { fieldsOf } from '../../../../../core/graph/reading/node-fields.ts';

describe('fieldsOf', () => {
  it.each(nodeKind.options)('has one key for each field of a %s, in the manner of files', (kind) => {
    const keys = fieldsOf(kind).map(([, { key }]) => key);
    expect(new Set(keys).size).toBe(keys.length);
    for (const key of keys) expect(key).toMatch(/^[a-z]+(_[a-z]+)*$/);
    for (const taken of ['id', 'kind', 'deps']) expect(keys).not.toContain(taken);
  });

  it.each(nodeKind.options)(
    'can read what it writes of a %s, and asks in words for what is wrong',
    (kind) => {
      for (const [, field] of fieldsOf(kind)) {
        expect(field.read(Symbol('nothing'))).toBeUndefined();
        expect(field.remedy).toMatch(/\.$/);
        expect(() => fallbackOf(field, 'id')).not.toThrow();
      }
    },
  );

  it.each([
    ['task', 'budget', { usd: 0 }],
    ['task', 'budget', { usd: 1, cents: 2 }],
    ['task', 'budget', { tokens: 1.5 }],
    ['task', 'retries', 11],
    ['task', 'output', 'branch'],
    ['task', 'position', { x: 1 }],
    ['frame', 'size', { width: 1, height: Number.POSITIVE_INFINITY }],
    ['loop', 'max', 0],
    ['map', 'parallel', 0],
    ['reduce', 'batch', 1],
    ['subgraph', 'with', { a: [] }],
    ['condition', 'test', {}],
  ] as const)('refuses in a %s as %s: %j', (kind, key, value) => {
    const field = fieldsOf(kind).find(([, one]) => one.key === key)?.[1];
    expect(field?.read(value)).toBeUndefined();
  });
});

import { describe, expect, it } from 'vitest';
import { sessionSpecification } from '../../../../core/contract/index.ts';
import { jsonSchemaOf, namesIn, schemaAt } from '../../../../core/scenario/json-schema.ts';

const root = jsonSchemaOf(sessionSpecification);

describe('jsonSchemaOf', () => {
  it('is made once', () => {
    expect(jsonSchemaOf(sessionSpecification)).toBe(root);
  });
});

describe('schemaAt', () => {
  it('finds members, items, and the mapping among several forms', () => {
    expect(schemaAt(root, ['max_rounds']).type).toBe('integer');
    expect(schemaAt(root, ['agents', 3]).type).toBe('string');
    expect(schemaAt(root, ['convergence', 'threshold']).maximum).toBe(1);
    expect(schemaAt(root, ['convergence', 'methods', 0]).enum).toContain('lexical');
    expect(schemaAt(root, ['metadata', 'project']).type).toContain('string');
    expect(schemaAt(root, [])).toBe(root);
  });

  it('allows everything where a path leads nowhere, and is not fooled by inherited names', () => {
    expect(schemaAt(root, ['nothing', 'at', 'all'])).toEqual({});
    expect(schemaAt(root, ['constructor'])).toEqual({});
    expect(schemaAt(root, ['topic', 0])).toEqual({});
  });
});

describe('namesIn', () => {
  it('lists the keys of a mapping', () => {
    expect(namesIn(schemaAt(root, ['budget']))).toEqual(['tokens', 'seconds', 'usd', 'turn']);
    expect(namesIn(schemaAt(root, ['convergence']))).toEqual(['methods', 'threshold']);
    expect(namesIn(schemaAt(root, ['metadata']))).toEqual([]);
  });
});

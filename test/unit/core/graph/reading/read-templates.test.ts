import { describe, expect, it } from 'vitest';
import { readTemplates } from '../../../../../core/graph/reading/read-templates.ts';

describe('readTemplates', () => {
  it('reads texts by name, and what is plainly meant as one', () => {
    expect(readTemplates({ a: 'x', b: 3, c: true, d: null })).toEqual({ a: 'x', b: '3', c: 'true', d: '' });
  });

  it.each([[[]], [null], ['a'], [{ a: [] }], [{ '': 'x' }], [{ a: '\0' }]])(
    'reads nothing out of %j',
    (value) => {
      expect(readTemplates(value)).toBeUndefined();
    },
  );
});

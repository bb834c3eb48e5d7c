import { describe, expect, it } from 'vitest';
import * as fields from '../../../../../core/graph/reading/field.ts';

describe('fields', () => {
  it('read what they are for and nothing else', () => {
    expect(fields.textField('prompt', '').read('a')).toBe('a');
    expect(fields.textField('prompt', '').read('a\0')).toBeUndefined();
    expect(fields.readName('')).toBeUndefined();
    expect(fields.readName('\ud800')).toBeUndefined();
    const number = fields.numberField('n', 0, { least: 0, most: 10, whole: true });
    expect([0, 10, -1, 11, 1.5, '1', Number.NaN].map(number.read)).toEqual([
      0,
      10,
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    expect(fields.flagField('f').read('true')).toBeUndefined();
    expect(fields.choiceField('c', 'a', ['a', 'b']).read('c')).toBeUndefined();
    expect(fields.namesField('l', '').read(['a', 'a', 'b'])).toEqual(['a', 'b']);
    expect(fields.namesField('l', '').read(['a', 1])).toBeUndefined();
    expect(fields.dataField('d', '').read({ a: [1, { b: null }] })).toEqual({ a: [1, { b: null }] });
    expect(fields.dataField('d', '').read([])).toBeUndefined();
  });

  it('fall back to what they say, by id where they ask for it', () => {
    expect(
      fields.fallbackOf(
        fields.textField('p', (id) => `${id}!`),
        'a',
      ),
    ).toBe('a!');
    expect(fields.fallbackOf(fields.orNull(fields.flagField('f')), 'a')).toBeNull();
    expect(fields.required(fields.flagField('f')).presence).toBe('required');
    expect(fields.nameField('n', 'x', '').fallback).toBe('x');
  });
});

import { describe, expect, it } from 'vitest';
import { parseDocument } from 'yaml';
import { offsetOf } from '../../../../core/scenario/yaml-places.ts';

const text =
  'base: &base {x: 1, y: [5, 6]}\nown: {<<: *base, z: 2}\nmany: {<<: [{p: 1}, *base]}\nref: *base\nempty:\n';
const document = parseDocument(text, { merge: true, stringKeys: true });
const shown = (path: (string | number)[], at: 'key' | 'value') =>
  text.slice(offsetOf(document, path, at)).split(/[\n,}]/)[0];

describe('offsetOf', () => {
  it('finds what a mapping holds itself', () => {
    expect(shown(['own', 'z'], 'value')).toBe('2');
    expect(shown(['own', 'z'], 'key')).toBe('z: 2');
    expect(shown(['base', 'y', 1], 'value')).toBe('6]');
  });

  it('finds what comes by a merge key or an alias where it was written', () => {
    expect(shown(['own', 'x'], 'value')).toBe('1');
    expect(shown(['many', 'p'], 'value')).toBe('1');
    expect(shown(['many', 'y', 0], 'value')).toBe('[5'.slice(1));
    expect(shown(['ref', 'x'], 'key')).toBe('x: 1');
  });

  it('shows the key where the value is empty', () => {
    expect(shown(['empty'], 'value')).toBe('empty:');
  });

  it('shows how far the way goes for what is not there', () => {
    expect(shown(['own', 'nothing', 'deeper'], 'value')).toBe('own: {<<: *base');
    expect(shown(['base', 'y', 9], 'value')).toBe('y: [5');
    expect(offsetOf(document, ['nothing'], 'value')).toBe(0);
  });
});

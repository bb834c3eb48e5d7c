import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mendJson } from '../../../../../core/graph/plan/mend-json.ts';

describe('mendJson', () => {
  it('reads what JSON.stringify writes, to its end and no further', () => {
    fc.assert(
      fc.property(fc.oneof(fc.dictionary(fc.string(), fc.jsonValue()), fc.array(fc.jsonValue())), (value) => {
        const text = JSON.stringify(value, null, 1);
        expect(mendJson(`${text} and more }`, 0)).toEqual({
          value: JSON.parse(text),
          end: text.length,
          cut: null,
        });
      }),
    );
  });

  it('takes comments, trailing commas, bare line ends and unknown escapes', () => {
    const text = '{ // first\n"a": [1, 2,], /* two */ "b": "x\ny\\_z \\u00e9 \\u12",\n}';
    expect(mendJson(text, 0).value).toEqual({ a: [1, 2], b: 'x\ny_z é u12' });
  });

  it('keeps marks of comments that stand inside of a text', () => {
    expect(mendJson('{"a": "http://x /* y */, ]"}', 0).value).toEqual({ a: 'http://x /* y */, ]' });
  });

  it('closes a list that ended behind one of its objects', () => {
    expect(mendJson('{"nodes": [{"id": "a"}, {"id": "b"}', 0)).toMatchObject({
      value: { nodes: [{ id: 'a' }, { id: 'b' }] },
      cut: 'closed',
    });
    expect(mendJson('{"nodes": [{"id": "a"}],\n', 0).cut).toBe('closed');
  });

  it.each([
    ['{"nodes": [{"id": "a"}, {"id": "b", "pro', [{ id: 'a' }, { id: 'b' }]],
    ['{"nodes": [{"id": "a"}, {"id": "b", "deps": ["a"]', [{ id: 'a' }, { id: 'b', deps: ['a'] }]],
    ['{"nodes": [{"id": "a"}, {"id"', [{ id: 'a' }]],
  ])('says that something was lost: %s', (text, nodes) => {
    expect(mendJson(text, 0)).toMatchObject({ value: { nodes }, cut: 'lost' });
  });

  it('gives up on wrong brackets, on depth and on nothing at all', () => {
    expect(mendJson('{"a": ]', 0).value).toBeUndefined();
    expect(mendJson('['.repeat(100_000), 0).value).toBeUndefined();
    expect(mendJson('{"nodes": [', 0)).toMatchObject({ value: undefined, cut: 'lost' });
  });

  it('never throws, and every beginning of a value is a part of it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.dictionary(fc.string(), fc.string()), { maxLength: 6 }),
        fc.nat(),
        (list, at) => {
          const text = JSON.stringify({ nodes: list });
          const { value } = mendJson(text.slice(0, at % (text.length + 1)), 0);
          const nodes = (value as { nodes?: unknown[] } | undefined)?.nodes ?? [];
          expect(nodes.length).toBeLessThanOrEqual(list.length);
          expect(nodes.slice(0, -1)).toEqual(list.slice(0, Math.max(0, nodes.length - 1)));
        },
      ),
    );
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void mendJson(text, 0)));
  });
});

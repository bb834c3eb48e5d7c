import { describe, expect, it } from 'vitest';
import { parseDocument } from 'yaml';
import { patchDocument } from '../../../../../../renderer/state/graph/text/patch-document.ts';

const patched = (text: string, before: Record<string, unknown>, after: Record<string, unknown>) => {
  const document = parseDocument(text);
  patchDocument(document, before, after);
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
};

describe('patchDocument', () => {
  it('changes what differs and leaves what a file says besides', () => {
    const text = '# top\nkind: odd # mine\nname: A # the name\nlist: [x]\n';
    expect(patched(text, { name: 'A', list: ['x'] }, { name: 'B', list: ['x', 'y'] })).toBe(
      '# top\nkind: odd # mine\nname: B # the name\nlist: [x, y]\n',
    );
  });

  it('adds and removes keys', () => {
    expect(patched('a: 1\nb: 2\n', { a: 1, b: 2 }, { a: 1, c: { d: 1 } })).toBe('a: 1\nc:\n  d: 1\n');
  });

  it('follows nodes by their ids: moved, removed, added, renamed', () => {
    const text = 'nodes:\n  # about a\n  - id: a # one\n  - id: b # two\n    deps: [a]\n  - id: c # three\n';
    const before = { nodes: [{ id: 'a' }, { id: 'b', deps: ['a'] }, { id: 'c' }] };
    expect(patched(text, before, { nodes: [{ id: 'c' }, { id: 'a' }] })).toBe(
      'nodes:\n  - id: c # three\n  # about a\n  - id: a # one\n',
    );
    expect(
      patched(text, before, {
        nodes: [{ id: 'a' }, { id: 'z', deps: ['a'] }, { id: 'c' }, { id: 'd', deps: ['c'] }],
      }),
    ).toBe(
      'nodes:\n  # about a\n  - id: a # one\n  - id: z # two\n    deps: [a]\n  - id: c # three\n  - id: d\n    deps: [c]\n',
    );
  });

  it('makes a map of a document that is none', () => {
    expect(patched('', {}, { a: 1 })).toBe('a: 1\n');
  });
});

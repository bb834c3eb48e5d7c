import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareLines, type DiffLine } from '../../../../../renderer/ui/text/diff-lines.ts';

const textOf = (line: DiffLine) => line.parts.map((part) => part.text).join('');

describe('compareLines', () => {
  it('shows a replaced line twice and marks the words that changed', () => {
    const lines = compareLines(
      'name: Athena\nrole: weighs evidence\n',
      'name: Athena\nrole: weighs all evidence\n',
    );
    expect(lines.map((line) => [line.kind, textOf(line)])).toEqual([
      ['same', 'name: Athena'],
      ['removed', 'role: weighs evidence'],
      ['added', 'role: weighs all evidence'],
    ]);
    expect(lines[2]?.parts.filter((part) => part.changed).map((part) => part.text.trim())).toEqual(['all']);
  });

  it('shows added and removed lines once', () => {
    expect(compareLines('a\nb\n', 'a\nb\nc\n').map((line) => line.kind)).toEqual(['same', 'same', 'added']);
    expect(compareLines('a\nb\n', 'b\n').map((line) => line.kind)).toEqual(['removed', 'same']);
  });

  it('contains both texts whole', () => {
    const text = fc.array(fc.constantFrom('alpha', 'beta', 'gamma one', 'gamma two'), {
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(text, text, (before, after) => {
        const lines = compareLines(`${before.join('\n')}\n`, `${after.join('\n')}\n`);
        expect(lines.filter((line) => line.kind !== 'added').map(textOf)).toEqual(before);
        expect(lines.filter((line) => line.kind !== 'removed').map(textOf)).toEqual(after);
      }),
    );
  });
});

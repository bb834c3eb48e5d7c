import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { itemsIn, readLines, readOutput, textOf } from '../../../../../core/graph/running/read-output.ts';

const list = (text: string) => {
  const reading = readOutput('list', text);
  return reading.ok ? reading.value : reading.problem;
};

describe('readOutput', () => {
  it.each([
    ['["a", "b"]', ['a', 'b']],
    ['Here you are:\n```json\n["a", 2, {"x": 1}]\n```\nGood luck.', ['a', '2', '{\n  "x": 1\n}']],
    ['{"items": ["a"], "count": 1}', ['a']],
    ['Sure [see below]:\n- one\n- two\n  goes on\n\n- three\nThat is all.', ['one', 'two\ngoes on', 'three']],
    ['1. one\n2) two\n   - detail\n3: three', ['one', 'two\n- detail', 'three']],
    ['[]', []],
    ['* **a** b', ['**a** b']],
  ])('reads the list in %j', (text, items) => {
    expect(list(text)).toEqual(items);
  });

  it.each(['', 'I cannot do that.', 'One line\nand another', '{"a": 1}', '["a", ', '["\\ud800"]'])(
    'finds no list in %j',
    (text) => {
      expect(list(text)).toBe('holds no list');
    },
  );

  it('reads JSON among words, and text as it is', () => {
    expect(readOutput('json', 'It is {"a": [1, "}"]} indeed.')).toEqual({ ok: true, value: { a: [1, '}'] } });
    expect(readOutput('json', 'none')).toEqual({ ok: false, problem: 'holds no JSON' });
    expect(readOutput('json', `${'['.repeat(5000)}${']'.repeat(5000)}`)).toMatchObject({ ok: false });
    expect(readOutput('text', ' [1] ')).toEqual({ ok: true, value: ' [1] ' });
  });

  it('is not slowed down by 10 MB', () => {
    for (const text of ['{'.repeat(10_000_000), '- a\n'.repeat(2_500_000), '```\n'.repeat(2_500_000)]) {
      expect(readOutput('json', text)).toMatchObject({ ok: false });
    }
    expect(list('- a\n'.repeat(1_000_000))).toHaveLength(1_000_000);
  });
});

describe('readLines, itemsIn, textOf', () => {
  it('read lines where there is no list', () => {
    expect(readLines('a\n\n b ')).toEqual(['a', 'b']);
    expect(readLines('- a\n- b')).toEqual(['a', 'b']);
    expect(itemsIn({ a: [1], b: [2] })).toBeUndefined();
    expect(itemsIn('a')).toBeUndefined();
    expect(textOf(null)).toBe('null');
    expect(textOf(['a\nb', 'c'])).toBe('a\nb\n\nc');
  });

  it('give any list of plain texts back', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'grapheme' }).filter((text) => !text.includes('\0'))),
        (items) => {
          expect(list(JSON.stringify(items))).toEqual(items);
        },
      ),
      { verbose: true },
    );
  });
});

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { readYaml, type YamlSource } from '../../../../core/scenario/yaml-source.ts';

const source = (text: string): YamlSource => {
  const reading = readYaml(text, 'f.yaml');
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return reading.source;
};
const problems = (text: string) => {
  const reading = readYaml(text, 'f.yaml');
  return reading.ok ? [] : reading.problems;
};

describe('readYaml', () => {
  it('reads YAML 1.2: no is a word, dates are texts, numbers are numbers', () => {
    expect(source('a: no\nb: 2024-01-01\nc: 0x10\nd: 1_000\ne: ~\nf: .5\ng: 012').value).toEqual({
      a: 'no',
      b: '2024-01-01',
      c: 16,
      d: '1_000',
      e: null,
      f: 0.5,
      g: 12,
    });
    expect(source('%YAML 1.1\n---\na: yes').value).toEqual({ a: 'yes' });
  });

  it('reads JSON with tabs, a byte order mark, and lines that end in CRLF', () => {
    expect(source('{\n\t"a": [1,\n\t2]\n}').value).toEqual({ a: [1, 2] });
    expect(source('\ufeffa: 1').value).toEqual({ a: 1 });
    expect(source('a: 1\r\nb: |\r\n  x\r\n  y\r\n').value).toEqual({ a: 1, b: 'x\ny\n' });
  });

  it('takes all keys as texts, and inherited names as keys', () => {
    expect(source('1: a\ntrue: b\n~: c').value).toEqual({ 1: 'a', true: 'b', '~': 'c' });
    const value = source('__proto__: {x: 1}').value as object;
    expect(Object.keys(value)).toEqual(['__proto__']);
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
  });

  it('follows a few anchors and merge keys', () => {
    expect(source('a: &a {x: 1, y: 2}\nb: {<<: *a, y: 3}').value).toEqual({
      a: { x: 1, y: 2 },
      b: { x: 1, y: 3 },
    });
  });

  it('is null for a text without content', () => {
    expect(source('').value).toBeNull();
    expect(source('# only words\n').value).toBeNull();
  });

  it.each([
    ['a tab as indentation', 'a:\n\tb: 1', 2, 1, 'A tab cannot indent'],
    ['a second document', 'a: 1\n---\nb: 2', 2, 1, 'A second document'],
    ['a key written twice', 'a: 1\nb: 2\na: 3', 3, 1, 'appears twice'],
    ['a key written twice further in', 'a:\n  b: 1\n  b: 2', 3, 3, 'appears twice'],
    ['an open quote', 'a: "x\n', 2, 1, 'is missing'],
    ['an open bracket', 'a: [1\nb: 2', 2, 1, 'not closed'],
    ['a colon in a text', 'a: b: c', 1, 4, 'in quotes'],
    ['a line without a colon', 'a: 1\nb c\nd: 2', 2, 1, 'the ":" after a key'],
    ['a reserved sign', 'a: @x', 1, 4, 'in quotes'],
    ['a tag', 'a: !x 1', 1, 4, 'Tags'],
    ['a binary tag', 'a: !!binary aGk=', 1, 4, 'Tags'],
    ['a list as a key', '? [a]\n: b', 1, 3, 'must be plain text'],
    ['an alias without an anchor', 'a: *x', 1, 4, 'No anchor'],
    ['an alias inside itself', 'a: &a [*a]', 1, 8, 'inside the value'],
    ['a merge of a number', 'a: {<<: 3}', 1, 5, 'merge key'],
    ['a NUL byte', 'a: 1\nb: \u0000', 2, 4, 'NUL'],
    ['a bad escape', 'a: "\\q"', 1, 5, 'backslash'],
  ])('refuses %s at its place', (_name, text, line, column, words) => {
    const found = problems(text);
    expect(found[0]).toMatchObject({ code: 'input/invalid-yaml', where: { file: 'f.yaml', line, column } });
    expect(found.map(({ message }) => message).join(' ')).toContain(words);
  });

  it('refuses an alias bomb, at once and not by its size', () => {
    const names = 'abcdefghi';
    const lines = [...names].map((name, index) => {
      const part = index === 0 ? '"x"' : `*${names[index - 1]}`;
      return `${name}: &${name} [${Array(9).fill(part).join(', ')}]`;
    });
    expect(problems(lines.join('\n'))).toMatchObject([
      { code: 'input/invalid-yaml', message: expect.stringContaining('aliases') },
    ]);
    const merges = [...names].map((name, index) =>
      index === 0
        ? 'a: &a {x: 1}'
        : `${name}: &${name} {<<: [${Array(9)
            .fill(`*${names[index - 1]}`)
            .join(', ')}]}`,
    );
    expect(problems(merges.join('\n'))).toHaveLength(1);
  });

  it('says a few things of a text that is broken all over', () => {
    expect(problems('a: }\n'.repeat(500)).length).toBeLessThanOrEqual(20);
  });

  it('finds the place of a value, of its key, and of what is missing', () => {
    const { placeOf } = source(
      'mode: debate\nbudget:\n  tokens: 5\nagents:\n  - Athena\n  - Apollo\ntopic:\n',
    );
    expect(placeOf(['budget', 'tokens'])).toEqual({
      file: 'f.yaml',
      line: 3,
      column: 11,
      path: 'budget.tokens',
    });
    expect(placeOf(['budget', 'tokens'], 'key')).toMatchObject({ line: 3, column: 3 });
    expect(placeOf(['agents', 1])).toMatchObject({ line: 6, column: 5, path: 'agents[1]' });
    expect(placeOf(['topic'])).toMatchObject({ line: 7, column: 1 });
    expect(placeOf(['budget', 'usd'])).toMatchObject({ line: 2, column: 1, path: 'budget.usd' });
    expect(placeOf(['name'])).toMatchObject({ line: 1, column: 1 });
    expect(placeOf([])).toEqual({ file: 'f.yaml', line: 1, column: 1 });
  });

  it('counts columns without the byte order mark, and lines with CRLF', () => {
    expect(source('\ufeffa: 1').placeOf(['a'])).toMatchObject({ line: 1, column: 4 });
    expect(source('a: 1\r\nb: 2').placeOf(['b'], 'key')).toMatchObject({ line: 2, column: 1 });
  });

  it('reads what was written, with a place for each of its values, and never throws', () => {
    const scalar = fc.oneof(fc.string({ maxLength: 8 }), fc.integer(), fc.boolean(), fc.constant(null));
    const plain = fc.dictionary(
      fc.stringMatching(/^[a-z]{1,6}$/),
      fc.oneof(scalar, fc.array(scalar, { maxLength: 4 })),
      { maxKeys: 6, noNullPrototype: true },
    );
    fc.assert(
      fc.property(plain, (value) => {
        const text = stringify(value);
        fc.pre(!text.includes('\u0000'));
        const { value: read, placeOf } = source(text);
        expect(read).toEqual(value);
        for (const key of Object.keys(value)) {
          const { line = 0, column = 0 } = placeOf([key], 'key');
          const shown = text.split('\n')[line - 1]?.slice(column - 1) ?? '';
          expect(shown.replace(/^"/, '').startsWith(key)).toBe(true);
        }
      }),
      { verbose: true },
    );
  });

  it('answers any text with data or with problems', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const reading = readYaml(text, 'f.yaml');
        if (!reading.ok) expect(reading.problems.length).toBeGreaterThan(0);
      }),
      { verbose: true, numRuns: 150 },
    );
  });
});

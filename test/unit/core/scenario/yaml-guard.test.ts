import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDocument } from 'yaml';
import { guardYaml, MAX_TEXT_LENGTH } from '../../../../core/scenario/yaml-guard.ts';

describe('guardYaml', () => {
  it('lets an ordinary text pass', () => {
    expect(guardYaml('mode: debate\nagents: [Athena, Apollo] # two\nnote: |\n  - [ {\n')).toBeUndefined();
    expect(guardYaml(`topic: ${'x'.repeat(200_000)}`)).toBeUndefined();
  });

  it('refuses a text that is too long before it looks at it', () => {
    expect(guardYaml('x'.repeat(MAX_TEXT_LENGTH))).toBeUndefined();
    expect(guardYaml('\u0000'.repeat(MAX_TEXT_LENGTH + 1))).toEqual({
      code: 'input/too-large',
      message: `The text has ${MAX_TEXT_LENGTH + 1} characters; at most ${MAX_TEXT_LENGTH} are read.`,
    });
  });

  it('finds a NUL byte where it stands', () => {
    expect(guardYaml('a: 1\nb: \u0000')).toMatchObject({ code: 'input/invalid-yaml', offset: 8 });
  });

  it.each([
    ['brackets', '['.repeat(65), 64],
    ['braces after other text', `a: 1\nb: ${'{a: '.repeat(70)}`, 8 + 64 * 4],
    ['dashes on a line', `a:\n ${'- '.repeat(40)}x`, 3 + 1 + 32 * 2],
    ['question marks', '? '.repeat(60_000), 64],
    ['aliases', `a: &a 1\nb: [${'*a,'.repeat(101)}]`, 12 + 300],
  ])('refuses too many %s, where they become too many', (_name, text, offset) => {
    expect(guardYaml(text)).toMatchObject({ code: 'input/invalid-yaml', offset });
  });

  it('counts what brackets close, and begins anew on each line', () => {
    expect(guardYaml(`[${'[[]],'.repeat(100)}]`)).toBeUndefined();
    expect(guardYaml('- - - - x\n'.repeat(100))).toBeUndefined();
  });

  it('refuses a text of more pieces than any file has', () => {
    expect(guardYaml('- a\n'.repeat(20_000))?.message).toContain('20000');
  });

  const pieces = fc.constantFrom(
    '[',
    '{',
    ']',
    '}',
    '- ',
    '? ',
    ': ',
    'a',
    '&a ',
    '*a',
    '!t ',
    '\n',
    '  ',
    '"',
    "'",
    '|\n',
    '#',
    ',',
    '%',
    '---\n',
    '...\n',
    '\t',
    '\r\n',
    '\ufeff',
    '<<: ',
    '\\',
    '@',
  );

  it('leaves a parser nothing that it would throw at', () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), fc.integer({ min: 1, max: 400 }), (parts, times) => {
        const text = parts.join('').repeat(times);
        if (guardYaml(text)) return;
        const read = () => parseDocument(text, { uniqueKeys: false, prettyErrors: false, logLevel: 'error' });
        expect(read).not.toThrow();
      }),
      { verbose: true, numRuns: 150 },
    );
  });
});

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fillTemplate, namedNodes } from '../../../../../core/graph/templates/fill-template.ts';
import { parseTemplate } from '../../../../../core/graph/templates/parse-template.ts';

const filled = (text: string, outputs: Readonly<Record<string, string>>) =>
  fillTemplate(parseTemplate(text), (source) =>
    source.kind === 'output' ? outputs[source.node] : undefined,
  );

describe('parseTemplate', () => {
  it('puts outputs in their places', () => {
    expect(filled('Sum up {{ a.output }} and {{nodes["b.c d"].output}}.', { a: '1', 'b.c d': '2' })).toBe(
      'Sum up 1 and 2.',
    );
    expect(namedNodes(parseTemplate('{{b.output}}{{a.output}}{{b.output}}'))).toEqual(['b', 'a']);
  });

  it('never reads an output as a template', () => {
    expect(filled('{{a.output}}', { a: '{{b.output}}', b: 'secret' })).toBe('{{b.output}}');
  });

  it('leaves escaped braces and what it cannot read as they are', () => {
    expect(filled('\\{{a.output}} {{what}} {{a.output', {})).toBe('{{a.output}} {{what}} {{a.output');
    expect(
      parseTemplate('{{what}} {{nodes[1].output}} {{nodes["a].output}} {{a.output').problems,
    ).toHaveLength(4);
    expect(parseTemplate('{{}} } {').problems).toHaveLength(1);
  });

  it('gives any text without braces back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        fc.pre(!text.includes('{{'));
        expect(filled(text, {})).toBe(text);
      }),
      { verbose: true },
    );
  });

  it('finds every id that is written in the form for any id', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.string(), (id, output) => {
        fc.pre(!JSON.stringify(id).includes('}}'));
        expect(filled(`<{{nodes[${JSON.stringify(id)}].output}}>`, { [id]: output })).toBe(`<${output}>`);
      }),
      { verbose: true },
    );
  });
});

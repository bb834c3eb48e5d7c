import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseTemplate, type TemplateSource } from '../../../../../core/graph/templates/parse-template.ts';
import {
  escapeTemplate,
  writePlace,
  writeTemplate,
} from '../../../../../core/graph/templates/write-template.ts';

const name = fc.string({
  minLength: 1,
  unit: fc.constantFrom('a', '_', '-', '.', '"', '\\', '{', '}', ' ', 'é'),
});
const source: fc.Arbitrary<TemplateSource> = fc.oneof(
  name.map((node) => ({ kind: 'output' as const, node })),
  fc.constantFrom('inputs', 'nodes', 'item').map((node) => ({ kind: 'output' as const, node })),
  name.map((input) => ({ kind: 'input' as const, name: input })),
  fc.constantFrom('item', 'index', 'previous', 'iteration').map((variable) => ({
    kind: 'variable' as const,
    name: variable as 'item',
  })),
);
const words = fc.string({ minLength: 1, unit: fc.constantFrom('a', '{', '}', '\\', ' ') });

describe('writeTemplate', () => {
  it('is read as the parts that it was written of', () => {
    const part = fc.oneof(
      words.map((text) => ({ kind: 'text' as const, text })),
      source.map((one) => ({ kind: 'value' as const, source: one })),
    );
    fc.assert(
      fc.property(fc.array(part), (parts) => {
        const { parts: read, problems } = parseTemplate(writeTemplate(parts));
        expect(problems).toEqual([]);
        const joined: ((typeof parts)[number] | { kind: 'text'; text: string })[] = [];
        for (const one of parts) {
          const last = joined.at(-1);
          if (one.kind === 'text' && last?.kind === 'text')
            joined.splice(-1, 1, { kind: 'text', text: last.text + one.text });
          else joined.push(one);
        }
        expect(
          read.map((one) => (one.kind === 'text' ? one : { kind: one.kind, source: one.source })),
        ).toEqual(joined);
      }),
      { numRuns: 2000, verbose: true },
    );
  });
});

describe('escapeTemplate, writePlace', () => {
  it('make a text stand for itself, in linear time', () => {
    expect(escapeTemplate('a {{b}} \\{{c')).toBe('a \\{{b}} \\\\\\{{c');
    expect(escapeTemplate('\\'.repeat(1_000_000))).toHaveLength(1_000_000);
    expect(writePlace({ kind: 'output', node: 'a.b' })).toBe('{{nodes["a.b"].output}}');
    expect(writePlace({ kind: 'output', node: 'inputs' })).toBe('{{nodes["inputs"].output}}');
    expect(writePlace({ kind: 'input', name: 'a b' })).toBe('{{inputs["a b"]}}');
    expect(writePlace({ kind: 'variable', name: 'item' })).toBe('{{item}}');
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plannedPrompt } from '../../../../../core/graph/plan/planned-prompt.ts';

const known = (name: string) => (name === 'scope' ? 'Scope' : undefined);

describe('plannedPrompt', () => {
  it.each([
    '{{scope}}',
    '{{ scope.output }}',
    '{{nodes["scope"].output}}',
    '{{tasks.scope.result}}',
    "{{nodes['scope']}}",
  ])('takes %s for the output of a task', (place) => {
    expect(plannedPrompt(`Use ${place} now`, known)).toEqual({
      text: 'Use {{nodes["Scope"].output}} now',
      names: ['Scope'],
      unknown: [],
    });
  });

  it('leaves everything else as words', () => {
    expect(plannedPrompt('In {{inputs.x}} or \\{{y}} or {{', known)).toEqual({
      text: 'In \\{{inputs.x}} or \\{{y}} or \\{{',
      names: [],
      unknown: ['inputs.x', ''],
    });
  });

  it('never leaves braces open that name nothing', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('{{', '}}', '{', '\\', 'scope', ' ', '.output')), (pieces) => {
        const { text } = plannedPrompt(pieces.join(''), known);
        for (const found of text.matchAll(/(\\?)\{\{/g)) {
          const rest = text.slice(found.index);
          expect(found[1] === '\\' || rest.startsWith('{{nodes["Scope"].output}}')).toBe(true);
        }
      }),
    );
  });
});

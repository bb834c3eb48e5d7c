import { expect, it } from 'vitest';
import { filteredCategories, filteredPrompt } from '../../../../../core/providers/openai/filtered-content.ts';

it('names what was filtered or found, with its severity', () => {
  const results = {
    hate: { filtered: true, severity: 'medium' },
    violence: { filtered: false, severity: 'low' },
    jailbreak: { filtered: false, detected: true },
  };
  expect(filteredCategories(results)).toEqual(['hate (medium)', 'jailbreak']);
  expect(filteredPrompt([{ content_filter_results: results }, null, 'x'])).toEqual([
    'hate (medium)',
    'jailbreak',
  ]);
});

it.each([undefined, null, 'x', [], { hate: null }, { hate: { filtered: 'true' } }])(
  'finds nothing in %o',
  (given) => {
    expect(filteredCategories(given)).toEqual([]);
  },
);

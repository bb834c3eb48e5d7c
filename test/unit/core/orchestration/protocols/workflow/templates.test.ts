import { expect, it } from 'vitest';
import { createTemplates } from '../../../../../../core/orchestration/protocols/workflow/templates.ts';

it('reads a template once', () => {
  const templates = createTemplates();
  const first = templates('Use {{a.output}}');
  expect(first.parts).toHaveLength(2);
  expect(templates('Use {{a.output}}')).toBe(first);
});

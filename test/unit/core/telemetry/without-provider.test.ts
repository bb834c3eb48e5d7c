import { expect, it } from 'vitest';
import { withoutProvider } from '../../../../core/telemetry/without-provider.ts';

it('takes the provider away and nothing else', () => {
  expect(withoutProvider('stub', 'stub/debater')).toBe('debater');
  expect(withoutProvider('lab', 'lab/org/model')).toBe('org/model');
  expect(withoutProvider('lab', 'laboratory/model')).toBe('laboratory/model');
});

import { expect, it } from 'vitest';
import { gapStep } from '../../../../scripts/run/gap-step.mjs';

it('gapStep says why a suite did not run, and fails only where no gap is allowed', async () => {
  const gap = { passed: 0, failed: 0, note: 'did not run: no browser' };
  expect(await gapStep('end to end', 'no browser', false).run()).toMatchObject(gap);
  expect(await gapStep('end to end', 'no browser', true).run()).toMatchObject({ ...gap, failed: 1 });
});

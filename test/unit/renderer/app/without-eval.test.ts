import { expect, it } from 'vitest';
import * as z from 'zod';
import '../../../../renderer/app/without-eval.ts';

it('tells the parser to do without eval', () => {
  expect(z.config().jitless).toBe(true);
  z.config({ jitless: false });
});

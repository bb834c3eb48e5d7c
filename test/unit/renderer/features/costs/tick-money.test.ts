import { expect, it } from 'vitest';
import { tickMoney } from '../../../../../renderer/features/costs/tick-money.ts';

it.each([
  [0.005, ['$0', '$0.005', '$0.010', '$0.015']],
  [0.05, ['$0', '$0.05', '$0.10', '$0.15']],
  [0.5, ['$0', '$0.50', '$1.00', '$1.50']],
  [0.00002, ['$0', '$0.00002', '$0.00004', '$0.00006']],
  [0.0000005, ['$0', '$0.000001', '$0.000001', '$0.000002']],
  [500, ['$0', '$500', '$1,000', '$1,500']],
])('writes the ticks of a step of %d with the same digits', (step, texts) => {
  expect([0, 1, 2, 3].map((count) => tickMoney(count * step, step))).toEqual(texts);
});

it('takes cents where there is no step', () => {
  expect(tickMoney(3, 0)).toBe('$3.00');
});

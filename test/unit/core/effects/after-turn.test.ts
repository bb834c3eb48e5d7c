import { expect, it } from 'vitest';
import { afterTurn } from '../../../../core/effects/index.ts';

it('afterTurn calls back once, behind the microtasks', async () => {
  const order: string[] = [];
  await new Promise<void>((resolve) => {
    afterTurn(() => {
      order.push('turn');
      resolve();
    });
    queueMicrotask(() => order.push('microtask'));
    order.push('now');
  });
  expect(order).toEqual(['now', 'microtask', 'turn']);
});

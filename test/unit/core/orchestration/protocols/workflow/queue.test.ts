import { expect, it } from 'vitest';
import { createQueue } from '../../../../../../core/orchestration/protocols/workflow/queue.ts';

it('gives back what came in, in its order, however much that is', () => {
  const queue = createQueue<number>();
  const given: number[] = [];
  for (let item = 0; item < 5000; item += 1) queue.push(item);
  for (let item = queue.peek(); item !== undefined; item = queue.peek()) {
    given.push(item);
    queue.shift();
    if (item < 10) queue.push(5000 + item);
  }
  expect(given).toEqual(Array.from({ length: 5010 }, (_, item) => item));
});

it('keeps only what passes', () => {
  const queue = createQueue<number>();
  for (const item of [1, 2, 3, 4]) queue.push(item);
  queue.shift();
  queue.filter((item) => item % 2 === 0);
  expect(queue.peek()).toBe(2);
  queue.shift();
  expect(queue.peek()).toBe(4);
});

import { expect, it } from 'vitest';
import { connectionPool } from '../../../../../core/providers/http/connection-pool.ts';

it('is one for the whole process', async () => {
  const [first, second] = await Promise.all([connectionPool(), connectionPool()]);
  expect(first).toBe(second);
});

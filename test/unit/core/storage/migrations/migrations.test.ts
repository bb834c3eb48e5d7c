import { describe, expect, it } from 'vitest';
import { migrations } from '../../../../../core/storage/migrations/migrations.ts';

describe('migrations', () => {
  it('go up by one, from an empty file', () => {
    expect(migrations.map(({ to }) => to)).toEqual(migrations.map((_, index) => index + 1));
  });
});

import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { settingsSchema } from '../../../../core/scenario/settings-schema.ts';

describe('settingsSchema', () => {
  const parts = {
    providers: z.record(z.string(), z.number()),
    stub: z.strictObject({ a: z.number().default(1) }),
  };

  it('has a default for everything, those of its parts too', () => {
    expect(settingsSchema(parts).parse({})).toEqual({
      theme: 'system',
      default_model: 'stub/debater',
      providers: {},
      stub: { a: 1 },
      budgets: {},
      prices: {},
    });
  });

  it('is made once for the same parts', () => {
    expect(settingsSchema(parts)).toBe(settingsSchema(parts));
    expect(settingsSchema({ ...parts, providers: z.record(z.string(), z.string()) })).not.toBe(
      settingsSchema(parts),
    );
  });
});

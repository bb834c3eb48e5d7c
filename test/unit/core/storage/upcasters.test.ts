import { describe, expect, it } from 'vitest';
import { eventCatalog } from '../../../../core/contract/index.ts';
import { upcast, upcasters } from '../../../../core/storage/upcasters.ts';

describe('upcast', () => {
  const steps = {
    'vote-cast': {
      1: (data: unknown) => ({ ...(data as object), weight: 1 }),
      2: (data: unknown) => ({ ...(data as object), valid: true }),
    },
  };

  it('goes step by step to the newest version', () => {
    expect(upcast('vote-cast', 1, { choice: 'a' }, steps)).toEqual({
      version: 3,
      data: { choice: 'a', weight: 1, valid: true },
    });
    expect(upcast('vote-cast', 2, { choice: 'a' }, steps)).toEqual({
      version: 3,
      data: { choice: 'a', valid: true },
    });
  });

  it('leaves the newest version, and other types, as they are', () => {
    const data = { choice: 'a' };
    expect(upcast('vote-cast', 3, data, steps)).toEqual({ version: 3, data });
    expect(upcast('vote-opened', 1, data, steps).data).toBe(data);
  });
});

describe('upcasters', () => {
  it('lead from every older version of every event to the one that is written today', () => {
    for (const [type, { version }] of Object.entries(eventCatalog)) {
      for (let older = 1; older < version; older += 1)
        expect(upcasters[type]?.[older]).toBeTypeOf('function');
      expect(upcasters[type]?.[version]).toBeUndefined();
    }
    for (const type of Object.keys(upcasters)) expect(Object.keys(eventCatalog)).toContain(type);
  });
});

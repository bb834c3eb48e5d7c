import { describe, expect, it } from 'vitest';
import { portOf } from '../../../../core/graph/port-of.ts';

describe('portOf', () => {
  it('is the way that was asked for, whatever the id', () => {
    const ports = Object.fromEntries([
      ['check', 'no'],
      ['__proto__', 'yes'],
    ]);
    expect(['check', '__proto__', 'other', 'constructor'].map((id) => portOf({ ports }, id))).toEqual([
      'no',
      'yes',
      undefined,
      undefined,
    ]);
  });
});

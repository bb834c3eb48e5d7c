import { describe, expect, it } from 'vitest';
import { ENDED_PORT, portOf, usedDeps } from '../../../../core/graph/port-of.ts';

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

describe('usedDeps', () => {
  it('leaves out what only has to have ended', () => {
    expect(usedDeps({ deps: ['a', 'b', 'c'], ports: { b: ENDED_PORT, c: 'no' } })).toEqual(['a', 'c']);
  });
});

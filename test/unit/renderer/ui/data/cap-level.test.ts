import { describe, expect, it } from 'vitest';
import { capLevel } from '../../../../../renderer/ui/data/cap-level.ts';

describe('capLevel', () => {
  it.each([
    [0, 0, 'free'],
    [0.79, 0, 'free'],
    [0.5, 0.3, 'near'],
    [0.5, 0.5, 'full'],
    [2, 0, 'full'],
  ])('with %d used and %d set aside of 1 is %s', (used, ahead, level) => {
    expect(capLevel({ cap: 1, used, ahead })).toBe(level);
  });
});

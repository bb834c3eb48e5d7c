import { describe, expect, it } from 'vitest';
import { listed, MOST_LISTED } from '../../../../../../core/orchestration/protocols/convergence/listed.ts';

describe('listed', () => {
  it('reads as people list things', () => {
    expect(listed([])).toBe('');
    expect(listed(['tram'])).toBe('tram');
    expect(listed(['tram', 'bus'])).toBe('tram and bus');
    expect(listed(['tram', 'bus', 'bicycle'])).toBe('tram, bus and bicycle');
  });
});

describe('MOST_LISTED', () => {
  it('holds more than one entry, so that a list of evidence is a list', () => {
    expect(Number.isInteger(MOST_LISTED)).toBe(true);
    expect(MOST_LISTED).toBeGreaterThan(1);
  });
});

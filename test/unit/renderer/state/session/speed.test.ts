import { describe, expect, it } from 'vitest';
import { liveSpeed, medianOf, recentSpeed, turnSpeed } from '../../../../../renderer/state/session/speed.ts';
import { header } from './sample-snapshot.ts';

const turn = (output: number | null, latency: number, first: number | null) =>
  header('a', 1, 0, 'Athena', { output_tokens: output, latency_ms: latency, first_token_ms: first });

describe('turnSpeed', () => {
  it('counts from the first token on', () => {
    expect(turnSpeed(turn(100, 2500, 500))).toBe(50);
    expect(turnSpeed(turn(100, 2000, null))).toBe(50);
  });

  it('is unknown without tokens or without time', () => {
    expect(turnSpeed(turn(null, 2500, 500))).toBeNull();
    expect(turnSpeed(turn(100, 0, 0))).toBeNull();
  });
});

describe('liveSpeed', () => {
  it('waits until there is something to measure', () => {
    expect(liveSpeed('x'.repeat(420), 0, 100)).toBeNull();
    expect(liveSpeed('x'.repeat(480), 1000, 2000)).toBeCloseTo(100);
  });
});

describe('medianOf', () => {
  it('is the middle one', () => {
    expect(medianOf([9, 1, 5])).toBe(5);
    expect(medianOf([4, 1, 3, 2])).toBe(2);
    expect(medianOf([])).toBeNull();
  });
});

describe('recentSpeed', () => {
  it('weighs turns by their length and looks at the last ones only', () => {
    expect(recentSpeed([turn(100, 1000, 0), turn(300, 1000, 0)])).toBe(200);
    expect(recentSpeed([turn(9000, 1000, 0), turn(100, 1000, 0)], 1)).toBe(100);
    expect(recentSpeed([turn(null, 1000, 0)])).toBeNull();
  });
});

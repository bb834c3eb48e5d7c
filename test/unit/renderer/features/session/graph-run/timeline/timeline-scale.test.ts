import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  offsetOf,
  stepZoom,
  timelineScale,
  timelineTicks,
} from '../../../../../../../renderer/features/session/graph-run/timeline/timeline-scale.ts';

describe('timelineScale', () => {
  it('brings the whole span into the room there is, and more with the zoom', () => {
    const scale = timelineScale(1000, 3000, 500, 1);
    expect([offsetOf(scale, 1000), offsetOf(scale, 3000)]).toEqual([0, 500]);
    expect(timelineScale(1000, 3000, 500, 4).width).toBe(2000);
    expect(offsetOf(timelineScale(5, 5, 100, 1), 5)).toBe(0);
  });

  it('has marks at round times, never closer than one can read', () => {
    expect(timelineTicks(timelineScale(0, 10_000, 1000, 1), 0, 1000)).toEqual([
      0, 1000, 2000, 3000, 4000, 5000, 6000, 7000, 8000, 9000, 10_000,
    ]);
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 3_600_000 }),
        fc.integer({ min: 200, max: 3000 }),
        (span, room) => {
          const scale = timelineScale(0, span, room, 1);
          const ticks = timelineTicks(scale, 0, room);
          const apart = ticks.slice(1).map((at, index) => (at - (ticks[index] ?? 0)) * scale.pixelsPerMs);
          expect(apart.every((pixels) => pixels >= 89)).toBe(true);
        },
      ),
      { verbose: true },
    );
  });
});

describe('stepZoom', () => {
  it('doubles in two steps and never shows less than everything', () => {
    expect(stepZoom(stepZoom(1, 1), 1)).toBeCloseTo(2);
    expect(stepZoom(1, -1)).toBe(1);
    expect(stepZoom(4096, 1)).toBe(4096);
  });
});

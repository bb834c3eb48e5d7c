/** Steps of the time axis in milliseconds. */
const STEPS = [
  1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 15_000, 30_000, 60_000, 120_000, 300_000,
  600_000, 1_800_000, 3_600_000, 7_200_000, 21_600_000, 43_200_000, 86_400_000,
] as const;

/** Pixels between two marks, at least. */
const LEAST_APART = 90;

export interface TimelineScale {
  /** Milliseconds since the epoch at the left edge. */
  readonly from: number;
  readonly pixelsPerMs: number;
  readonly width: number;
}

/** The whole span in the room there is, times the zoom. `room` in pixels. */
export const timelineScale = (from: number, to: number, room: number, zoom: number): TimelineScale => {
  const span = Math.max(1, to - from);
  const width = Math.max(1, room) * zoom;
  return { from, pixelsPerMs: width / span, width };
};

export const offsetOf = ({ from, pixelsPerMs }: TimelineScale, at: number): number =>
  (at - from) * pixelsPerMs;

/** Marks of the axis between two offsets in pixels, in milliseconds since the left edge. */
export const timelineTicks = (
  { pixelsPerMs }: TimelineScale,
  left: number,
  right: number,
): readonly number[] => {
  const step = STEPS.find((one) => one * pixelsPerMs >= LEAST_APART) ?? 86_400_000;
  const first = Math.max(0, Math.floor(left / pixelsPerMs / step));
  const last = Math.floor(right / pixelsPerMs / step);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => (first + index) * step);
};

/** The next zoom, in steps that double every second time. */
export const stepZoom = (zoom: number, direction: 1 | -1): number =>
  Math.min(MOST_ZOOM, Math.max(1, zoom * (direction === 1 ? Math.SQRT2 : Math.SQRT1_2)));

const MOST_ZOOM = 4096;

import { bendOf, type SheetWire } from './wire-paths.ts';

interface Point {
  readonly x: number;
  readonly y: number;
}

/** A bend is looked at as so many straight pieces. */
const PIECES = 24;

/** The wire nearest to a point, if one is not farther than `reach` pixels of the canvas. Linear in the wires. */
export const wireUnder = (
  wires: readonly SheetWire[],
  point: Point,
  reach: number,
): SheetWire | undefined => {
  let nearest: SheetWire | undefined;
  let least = reach;
  for (const wire of wires) {
    if (!isNear(wire, point, reach)) continue;
    const distance = distanceTo(wire, point);
    if (distance > least) continue;
    least = distance;
    nearest = wire;
  }
  return nearest;
};

/** A curve never leaves the box around its ends and the two points that bend it. */
const isNear = (wire: SheetWire, { x, y }: Point, reach: number): boolean => {
  const { fromX, fromY, toX, toY } = wire;
  const bend = bendOf(wire);
  return (
    y >= Math.min(fromY, toY) - reach &&
    y <= Math.max(fromY, toY) + reach &&
    x >= Math.min(fromX, toX - bend) - reach &&
    x <= Math.max(toX, fromX + bend) + reach
  );
};

const distanceTo = (wire: SheetWire, point: Point): number => {
  let least = Number.POSITIVE_INFINITY;
  let before = pointOn(wire, 0);
  for (let piece = 1; piece <= PIECES; piece += 1) {
    const next = pointOn(wire, piece / PIECES);
    least = Math.min(least, distanceToPiece(before, next, point));
    before = next;
  }
  return least;
};

/** A point of the cubic curve, `part` from 0 to 1. */
const pointOn = (wire: SheetWire, part: number): Point => {
  const { fromX, fromY, toX, toY } = wire;
  const bend = bendOf(wire);
  const rest = 1 - part;
  const [start, first, second, end] = [rest ** 3, 3 * rest ** 2 * part, 3 * rest * part ** 2, part ** 3];
  return {
    x: start * fromX + first * (fromX + bend) + second * (toX - bend) + end * toX,
    y: (start + first) * fromY + (second + end) * toY,
  };
};

const distanceToPiece = (from: Point, to: Point, { x, y }: Point): number => {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = dx * dx + dy * dy;
  const part = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - from.x) * dx + (y - from.y) * dy) / length));
  return Math.hypot(x - from.x - part * dx, y - from.y - part * dy);
};

/** A card with its place, in pixels of the canvas. */
export interface MapBox {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface MapBounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The smallest box around all of these; of none, a point. */
export const boundsOf = (boxes: readonly MapBounds[]): MapBounds => {
  if (boxes.length === 0) return { x: 0, y: 0, width: 0, height: 0 };
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y, width, height } of boxes) {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x + width);
    bottom = Math.max(bottom, y + height);
  }
  return { x: left, y: top, width: right - left, height: bottom - top };
};

/** All cards of one colour as one path: a thousand cards are a handful of elements. */
export const mapPaths = (
  boxes: readonly MapBox[],
  colourOf: (id: string) => string,
): ReadonlyMap<string, string> => {
  const paths = new Map<string, string[]>();
  for (const { id, x, y, width, height } of boxes) {
    const colour = colourOf(id);
    const path = paths.get(colour) ?? [];
    path.push(`M${x} ${y}h${width}v${height}h${-width}z`);
    paths.set(colour, path);
  }
  return new Map([...paths].map(([colour, path]) => [colour, path.join('')]));
};

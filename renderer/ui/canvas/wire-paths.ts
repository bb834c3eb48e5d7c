/** A wire by its two ends, in pixels of the canvas. */
export interface SheetWire {
  /** Name of its look; wires of one look are drawn together. */
  readonly tone: string;
  readonly fromX: number;
  readonly fromY: number;
  readonly toX: number;
  readonly toY: number;
}

const HALF = 0.5;

/** All wires of one look as one path, with the bends that single wires have. */
export const wirePaths = (wires: readonly SheetWire[]): ReadonlyMap<string, string> => {
  const paths = new Map<string, string[]>();
  for (const { tone, fromX, fromY, toX, toY } of wires) {
    const bend = Math.max(Math.abs(toX - fromX) * HALF, 40);
    const path = paths.get(tone) ?? [];
    path.push(`M${fromX} ${fromY}C${fromX + bend} ${fromY} ${toX - bend} ${toY} ${toX} ${toY}`);
    paths.set(tone, path);
  }
  return new Map([...paths].map(([tone, path]) => [tone, path.join('')]));
};

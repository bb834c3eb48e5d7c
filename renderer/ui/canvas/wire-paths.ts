/** A wire by its two ends, in pixels of the canvas. */
export interface SheetWire {
  readonly id: string;
  /** Name of its look; wires of one look are drawn together. */
  readonly tone: string;
  readonly fromX: number;
  readonly fromY: number;
  readonly toX: number;
  readonly toY: number;
}

/** How far a wire goes on straight at its ends, in pixels; the bends of the library's single wires. */
export const bendOf = ({ fromX, toX }: Pick<SheetWire, 'fromX' | 'toX'>): number =>
  toX >= fromX ? (toX - fromX) / 2 : 6.25 * Math.sqrt(fromX - toX);

export interface WirePath {
  readonly key: string;
  readonly tone: string;
  readonly path: string;
}

/** A path holds the wires of a field of so many pixels: what is out of sight is then left out by the browser. */
const FIELD = 2048;

/** Many wires as a few paths: those of one look that begin near each other together. */
export const wirePaths = (wires: readonly SheetWire[]): readonly WirePath[] => {
  const fields = new Map<string, { readonly tone: string; readonly parts: string[] }>();
  for (const wire of wires) {
    const { tone, fromX, fromY, toX, toY } = wire;
    const key = `${tone} ${Math.floor(fromX / FIELD)} ${Math.floor(fromY / FIELD)}`;
    const field = fields.get(key) ?? { tone, parts: [] };
    const bend = bendOf(wire);
    field.parts.push(`M${fromX} ${fromY}C${fromX + bend} ${fromY} ${toX - bend} ${toY} ${toX} ${toY}`);
    fields.set(key, field);
  }
  return [...fields].map(([key, { tone, parts }]) => ({ key, tone, path: parts.join('') }));
};

/** Size of a card on the canvas in pixels; fixed, so that neither layout nor wires wait for a measurement. */
export const CARD = { width: 240, height: 104 } as const;

/** Distance in pixels that cards snap to. */
export const GRID = 8;

/** A place where a wire begins or ends. */
export interface CardPort {
  readonly id: string;
  /** What stands beside it; null where there is only one. */
  readonly label: string | null;
  /** What goes through it, as a class name: wires of a type have its colour. */
  readonly type: string;
  /** Part of the card's height from the top, 0 to 1. */
  readonly at: number;
  /** Drawn only where a wire uses it. */
  readonly quiet?: boolean;
}

/** Diameter of a port in pixels. */
const PORT = 10;
/** How far a port stands out of its card, in pixels; wires begin and end there. */
export const PORT_REACH = PORT / 2;

interface PortBounds {
  readonly id: string;
  readonly type: 'source' | 'target';
  readonly position: 'left' | 'right';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where the ports of a card lie, so that wires can be drawn to cards that are out of sight. */
export const portBounds = (
  inputs: readonly CardPort[],
  outputs: readonly CardPort[],
  size: { readonly width: number; readonly height: number } = CARD,
): readonly PortBounds[] => [
  ...inputs.map((port) => boundsOf(port, 'target', size)),
  ...outputs.map((port) => boundsOf(port, 'source', size)),
];

const boundsOf = (
  { id, at }: CardPort,
  type: 'source' | 'target',
  { width, height }: { readonly width: number; readonly height: number },
): PortBounds => ({
  id,
  type,
  position: type === 'target' ? 'left' : 'right',
  x: (type === 'target' ? 0 : width) - PORT_REACH,
  y: at * height - PORT_REACH,
  width: PORT,
  height: PORT,
});

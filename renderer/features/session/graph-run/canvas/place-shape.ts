import { CARD } from '../../../../ui/canvas/index.ts';
import { type Box, levelLayout } from './level-layout.ts';
import { type RunShape, type ShapeNode, sizeOfForm } from './run-shape.ts';

/** In pixels, from the corner of its frame. */
export interface Placed {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

type Places = ReadonlyMap<string, { readonly x: number; readonly y: number }>;

/** Room around what stands in a frame; its head stands above. */
const FRAME = { head: 52, side: 20, foot: 20 } as const;

/**
 * Places for a whole shape: what stands in a frame first, for that makes the size of the frame. `own` are places that
 * the graph says for all that stands in no frame; null where it does not.
 */
export const placeShape = (shape: RunShape, own: Places | null): ReadonlyMap<string, Placed> => {
  const byFrame = new Map<string | null, ShapeNode[]>();
  for (const node of shape.nodes) {
    const beside = byFrame.get(node.frame);
    if (beside) beside.push(node);
    else byFrame.set(node.frame, [node]);
  }
  const placed = new Map<string, Placed>();
  const sizes = new Map<string, { readonly width: number; readonly height: number }>();
  // Frames inside of frames come later in the list, so their sizes are known first from the end.
  const frames = [...shape.nodes.filter(({ form }) => form === 'frame').map(({ id }) => id)].reverse();
  for (const frame of [...frames, null]) {
    const inside = byFrame.get(frame) ?? [];
    const boxes = inside.map(({ id, form }) => ({ id, ...(sizes.get(id) ?? sizeOfForm(form)) }));
    const wires = shape.wires.filter((wire) => wire.frame === frame);
    const ownHere = frame === null ? own : null;
    const places = ownHere ?? (wires.length === 0 ? inRows(boxes) : levelLayout(boxes, wires));
    const offset = frame === null ? { x: 0, y: 0 } : { x: FRAME.side, y: FRAME.head };
    let [width, height] = [0, 0];
    for (const { id, ...size } of boxes) {
      const { x, y } = places.get(id) ?? { x: 0, y: 0 };
      placed.set(id, { x: x + offset.x, y: y + offset.y, ...size });
      width = Math.max(width, x + size.width);
      height = Math.max(height, y + size.height);
    }
    if (frame !== null)
      sizes.set(frame, {
        width: Math.max(CARD.width, width) + FRAME.side * 2,
        height: height + FRAME.head + FRAME.foot,
      });
  }
  return placed;
};

const GAP = 24;

/** What hangs together with nothing stands in rows, about as wide as high. */
const inRows = (boxes: readonly Box[]): Places => {
  const columns = Math.max(1, Math.ceil(Math.sqrt(boxes.length / 2)));
  const places = new Map<string, { readonly x: number; readonly y: number }>();
  let [x, y, high] = [0, 0, 0];
  for (const [index, { id, width, height }] of boxes.entries()) {
    if (index > 0 && index % columns === 0) [x, y, high] = [0, y + high + GAP, 0];
    places.set(id, { x, y });
    x += width + GAP;
    high = Math.max(high, height);
  }
  return places;
};

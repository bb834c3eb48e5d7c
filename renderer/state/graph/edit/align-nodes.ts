import type { Places } from '../layout/layout-graph.ts';

/** A card with its place, in pixels of the canvas. */
export interface Box {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export type Alignment = 'left' | 'centre' | 'right' | 'top' | 'middle' | 'bottom';

/** Places that put these cards on one line. */
export const alignNodes = (boxes: readonly Box[], how: Alignment): Places => {
  const left = Math.min(...boxes.map(({ x }) => x));
  const right = Math.max(...boxes.map(({ x, width }) => x + width));
  const top = Math.min(...boxes.map(({ y }) => y));
  const bottom = Math.max(...boxes.map(({ y, height }) => y + height));
  const place = ({ x, y, width, height }: Box): { readonly x: number; readonly y: number } => {
    switch (how) {
      case 'left':
        return { x: left, y };
      case 'centre':
        return { x: Math.round((left + right - width) / 2), y };
      case 'right':
        return { x: right - width, y };
      case 'top':
        return { x, y: top };
      case 'middle':
        return { x, y: Math.round((top + bottom - height) / 2) };
      case 'bottom':
        return { x, y: bottom - height };
    }
  };
  return new Map(boxes.map((box) => [box.id, place(box)]));
};

/** Places with equal gaps between the first and the last card along one axis. */
export const distributeNodes = (boxes: readonly Box[], axis: 'x' | 'y'): Places => {
  const side = axis === 'x' ? 'width' : 'height';
  const sorted = [...boxes].sort((a, b) => a[axis] - b[axis]);
  const [first] = sorted;
  const last = sorted.at(-1);
  if (first === undefined || last === undefined || sorted.length < 3) return new Map();
  const filled = sorted.reduce((sum, box) => sum + box[side], 0);
  const gap = (last[axis] + last[side] - first[axis] - filled) / (sorted.length - 1);
  let at = first[axis];
  const places = new Map<string, { readonly x: number; readonly y: number }>();
  for (const box of sorted) {
    const along = Math.round(at);
    places.set(box.id, axis === 'x' ? { x: along, y: box.y } : { x: box.x, y: along });
    at += box[side] + gap;
  }
  return places;
};

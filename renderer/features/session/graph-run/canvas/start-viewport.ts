interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Smaller than this the words of a card are hard to read. */
const LEAST_ZOOM = 0.7;
const MARGIN = 40;

/**
 * How one first sees a graph: whole where its words can be read so, else its beginning, or what is looked for. `room`
 * is the canvas in pixels, the boxes are in those of the graph.
 */
export const startViewport = (
  graph: Box,
  room: { readonly width: number; readonly height: number },
  focus: Box | null,
): { readonly x: number; readonly y: number; readonly zoom: number } => {
  const fit = Math.min(
    1,
    (room.width - MARGIN * 2) / Math.max(1, graph.width),
    (room.height - MARGIN * 2) / Math.max(1, graph.height),
  );
  const zoom = Math.max(LEAST_ZOOM, fit);
  return {
    zoom,
    x: along(graph.x, graph.width, room.width, zoom, focus && focus.x + focus.width / 2),
    y: along(graph.y, graph.height, room.height, zoom, focus && focus.y + focus.height / 2),
  };
};

/** Centred where it has room; else from its beginning, or as far on as brings the focus into the middle. */
const along = (start: number, size: number, room: number, zoom: number, focus: number | null): number => {
  const shown = size * zoom;
  if (shown <= room - MARGIN * 2) return (room - shown) / 2 - start * zoom;
  const first = MARGIN - start * zoom;
  if (focus === null) return first;
  const last = room - MARGIN - (start + size) * zoom;
  return Math.max(last, Math.min(first, room / 2 - focus * zoom));
};

export { Canvas } from './canvas.tsx';
export { CanvasTools } from './canvas-tools.tsx';
export { CARD, type CardPort, GRID, PORT_REACH, portBounds } from './card-size.ts';
export { NodeCard, Port } from './node-card.tsx';
export { useFar } from './use-far.tsx';
export { InsertOnWire, Wire, type WireData, type WireEdge } from './wire.tsx';
export type { SheetWire } from './wire-paths.ts';
export { WireSheet } from './wire-sheet.tsx';
export { wireUnder } from './wire-under.ts';

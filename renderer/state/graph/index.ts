export {
  cycleThrough,
  type Neighbours,
  neighboursOf,
  nodeTowards,
  reachedFrom,
} from './flow/graph-walk.ts';
export { CARD_SIZE, type Size, sizeOf } from './flow/node-size.ts';
export { placesOfNodes } from './flow/places.ts';
export { fits, INPUT, inputPortsOf, OUTPUT, outputPortsOf, outputTypeOf, waysOf } from './flow/ports.ts';
export { type GraphWire, wireEnds, wireId, wiresOf } from './flow/wires.ts';
export { isDrawnOnly, kindWords } from './kind-words.tsx';
export { layOut } from './layout/lay-out.tsx';
export type { Places } from './layout/layout-graph.ts';

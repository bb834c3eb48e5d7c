export { createGraphEditor, type EditorState, type GraphEditor } from './document/graph-editor.ts';
export { graphIn } from './document/scope.ts';
export {
  addNodes,
  changeNode,
  changeNodes,
  connect,
  disconnect,
  moveNodes,
  removeNodes,
} from './edit/change-nodes.ts';
export { freshId, idsOf, type NodePattern, nodeFrom, nodePatterns } from './edit/new-node.ts';
export { agentOf, type CardWords, cardWords, kindWordOf, testWords } from './flow/card-words.ts';
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
export { type Places, placeByLevel } from './layout/layout-graph.ts';
export { readSource, type TextFault, type TextFormat } from './text/graph-source.ts';

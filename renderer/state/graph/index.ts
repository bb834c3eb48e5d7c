export { portsOf as waysOf } from '../../../core/graph/index.ts';
export { createGraphEditor, type EditorState, type GraphEditor } from './document/graph-editor.ts';
export { graphIn, withGraphIn } from './document/scope.ts';
export { type Alignment, alignNodes, distributeNodes } from './edit/align-nodes.ts';
export {
  addNodes,
  changeNode,
  changeNodes,
  connect,
  disconnect,
  moveNodes,
  removeNodes,
} from './edit/change-nodes.ts';
export { collapseNodes } from './edit/collapse-nodes.ts';
export { copyNodes, pasteNodes } from './edit/copy-nodes.ts';
export { expandNode } from './edit/expand-node.ts';
export {
  freePlace,
  type Insertion,
  insertNode,
  newNode,
  patternsThatFit,
  placeBehind,
} from './edit/insert-node.ts';
export { freshId, type NodePattern, nodePatterns, withNewGraph } from './edit/new-node.ts';
export { renameNode } from './edit/rename-node.ts';
export { resizeFrame } from './edit/resize-frame.ts';
export { cardFace } from './flow/card-face.tsx';
export { agentOf, cardWords, kindWordOf } from './flow/card-words.ts';
export { compareGraphs, type GraphComparison } from './flow/compare-graphs.ts';
export { cycleThrough, type Neighbours, neighboursOf, nodeTowards, reachedFrom } from './flow/graph-walk.ts';
export { type Size, sizeOf } from './flow/node-size.ts';
export { placesOfNodes } from './flow/places.ts';
export { fits, INPUT, inputPortsOf, OUTPUT, outputPortsOf } from './flow/ports.ts';
export { sameButPlaces } from './flow/same-but-places.ts';
export { templateCompletions } from './flow/template-completions.ts';
export { type Trace, traceOf } from './flow/trace-of.ts';
export { type GraphWire, wireEnds, wireId, wiresOf } from './flow/wires.ts';
export { isDrawnOnly, kindWords } from './kind-words.tsx';
export { layOut } from './layout/lay-out.tsx';
export type { Places } from './layout/layout-graph.ts';
export { graphAsText, readSource } from './text/graph-source.ts';
export { hasComments } from './text/has-comments.ts';

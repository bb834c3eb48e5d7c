import type { GraphNode } from '../../../../core/graph/index.ts';
import { kindWords } from '../kind-words.tsx';
import { cardWords } from './card-words.ts';
import { inputPortsOf, outputPortsOf } from './ports.ts';

/** What a card says of a node wherever it is drawn, as the canvas takes it. */
export const cardFace = (node: GraphNode) => {
  const { title, text } = cardWords(node);
  const Icon = kindWords[node.kind].icon;
  return {
    icon: <Icon size={15} aria-hidden="true" />,
    title,
    text,
    inputs: inputPortsOf(node),
    outputs: outputPortsOf(node),
  };
};

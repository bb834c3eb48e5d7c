import type { NodeRun } from '../../../../core/contract/index.ts';
import { kindWords } from '../../../state/graph/index.ts';
import { describeNode } from '../../../state/index.ts';

/** A node in words, for those who hear it: title, what it is, how it does. */
export const nodeSentence = (node: NodeRun): string => {
  const { title, kind, agent, attempts, reason } = node;
  const parts = [title, kindWords[kind].word.toLowerCase()];
  if (agent !== null) parts.push(agent);
  parts.push(describeNode(node).word);
  if (attempts > 1) parts.push(`attempt ${attempts}`);
  if (reason !== null) parts.push(reason);
  return `${parts.join(', ')}${reason?.endsWith('.') ? '' : '.'}`;
};

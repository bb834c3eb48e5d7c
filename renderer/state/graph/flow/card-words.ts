import { type GraphNode, type TextTest, unknownKindOf } from '../../../../core/graph/index.ts';
import { kindWords } from '../kind-words.tsx';

/** What a card says of its node before anything has run. */
export interface CardWords {
  readonly title: string;
  readonly kind: string;
  /** Line of the prompt, or what a node without one does. */
  readonly text: string;
  /** Who does it, without version; null where nobody does. */
  readonly agent: string | null;
  /** Settings that are not as by default, short. */
  readonly facts: readonly string[];
}

/** More of a prompt is never seen on a card. */
const LONGEST = 160;

export const cardWords = (node: GraphNode): CardWords => ({
  title: node.title ?? node.id,
  kind: kindWordOf(node),
  text: textOf(node).slice(0, LONGEST).replaceAll(/\s+/g, ' '),
  agent: agentOf(node)?.split('@')[0] ?? null,
  facts: factsOf(node),
});

/** A session node is called by its mode, a kind of a newer version as its file has it. */
export const kindWordOf = (node: GraphNode): string => {
  const unknown = unknownKindOf(node);
  if (unknown !== undefined) return unknown.slice(0, 40);
  if (node.kind !== 'session') return kindWords[node.kind].word;
  const mode = node.session['mode'];
  if (mode === 'debate') return 'Debate';
  if (mode === 'consensus') return 'Vote';
  return mode === 'brainstorm' ? 'Brainstorm' : 'Session';
};

/** The agent that a node names, as it is written; null where it has none. */
export const agentOf = (node: GraphNode): string | null => {
  switch (node.kind) {
    case 'task':
    case 'reduce':
      return node.agent;
    case 'map':
    case 'loop':
      return node.graph === null ? node.agent : null;
    case 'delegate':
      return node.planner;
    default:
      return null;
  }
};

const textOf = (node: GraphNode): string => {
  switch (node.kind) {
    case 'condition':
      return `${node.input === null ? 'What comes in' : node.input} ${testWords(node.test)}`;
    case 'subgraph':
      return node.graph === '' ? 'No graph chosen yet' : `Runs ${node.graph}`;
    case 'map':
      return node.graph === null ? node.prompt : `Runs ${node.graph} for each item`;
    case 'loop':
      return node.graph === null ? node.prompt : `Runs ${node.graph} again and again`;
    case 'tool':
      return node.tool;
    default:
      return node.prompt;
  }
};

/** A test as the end of a sentence. */
export const testWords = (test: TextTest): string => {
  switch (test.kind) {
    case 'contains':
      return `contains "${test.text}"`;
    case 'equals':
      return `is "${test.text}"`;
    case 'matches':
      return `matches ${test.text}`;
    case 'above':
      return `is above ${test.number}`;
    case 'below':
      return `is below ${test.number}`;
    case 'empty':
      return 'is empty';
  }
};

const factsOf = (node: GraphNode): readonly string[] => {
  const facts: string[] = [];
  if (node.disabled) facts.push('disabled');
  if (node.pinned !== undefined) facts.push('pinned');
  if ('output' in node && node.output !== 'text') facts.push(node.output);
  if (node.kind === 'loop') facts.push(`at most ${node.max} rounds`);
  if (node.kind === 'reduce' && node.batch !== null) facts.push(`by ${node.batch}`);
  if ('retries' in node && node.retries > 0) facts.push(`${node.retries + 1} tries`);
  if ('timeoutS' in node && node.timeoutS !== null) facts.push(`${node.timeoutS} s`);
  if ('budget' in node && node.budget?.usd !== undefined) facts.push(`$${node.budget.usd}`);
  return facts;
};

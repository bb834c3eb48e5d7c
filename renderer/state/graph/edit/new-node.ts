import { type Graph, type GraphNode, readGraph } from '../../../../core/graph/index.ts';

/** What can be put on the canvas. */
export interface NodePattern {
  readonly id: string;
  readonly word: string;
  /** One short sentence. */
  readonly says: string;
  /** Further words it is found by. */
  readonly words: string;
  /** Plain form, without id. */
  readonly data: Readonly<Record<string, unknown>>;
}

/** Everything the palette offers, in its order. */
export const nodePatterns: readonly NodePattern[] = [
  {
    id: 'task',
    word: 'Agent task',
    says: 'One agent answers one prompt.',
    words: 'prompt model step',
    data: { prompt: '' },
  },
  {
    id: 'debate',
    word: 'Debate',
    says: 'Agents argue; a synthesis comes out.',
    words: 'session discuss argue',
    data: {
      kind: 'session',
      prompt: '',
      session: { mode: 'debate', agents: ['Athena', 'Apollo'], max_rounds: 3 },
    },
  },
  {
    id: 'vote',
    word: 'Vote',
    says: 'Agents propose and vote.',
    words: 'session consensus ballot',
    data: {
      kind: 'session',
      prompt: '',
      session: { mode: 'consensus', agents: ['Athena', 'Apollo', 'Hermes'] },
    },
  },
  {
    id: 'condition',
    word: 'Condition',
    says: 'Goes one of two ways, without a model.',
    words: 'if branch yes no',
    data: { kind: 'condition', test: { contains: 'yes' } },
  },
  {
    id: 'map',
    word: 'Map',
    says: 'The same for each item of a list.',
    words: 'each list item parallel',
    data: { kind: 'map', prompt: '{{item}}', max_items: 50 },
  },
  {
    id: 'reduce',
    word: 'Reduce',
    says: 'Makes one text of a list.',
    words: 'join combine summarise list',
    data: { kind: 'reduce', prompt: '' },
  },
  {
    id: 'loop',
    word: 'Loop',
    says: 'Repeats until a test is met.',
    words: 'repeat until refine',
    data: { kind: 'loop', prompt: '', max: 3 },
  },
  {
    id: 'approval',
    word: 'Approval',
    says: 'A person says yes or no.',
    words: 'person human ask review',
    data: { kind: 'approval', prompt: '' },
  },
  {
    id: 'delegate',
    word: 'Delegate',
    says: 'A planner divides a goal.',
    words: 'plan goal specialists team',
    data: { kind: 'delegate', prompt: '', agents: ['Planner'] },
  },
  {
    id: 'subgraph',
    word: 'Subgraph',
    says: 'Another graph of this file.',
    words: 'reuse group inside',
    data: { kind: 'subgraph', graph: 'part' },
  },
  {
    id: 'note',
    word: 'Note',
    says: 'For readers; never runs.',
    words: 'comment text',
    data: { kind: 'note', prompt: '' },
  },
  {
    id: 'frame',
    word: 'Frame',
    says: 'Holds nodes together.',
    words: 'group box',
    data: { kind: 'frame', prompt: '' },
  },
];

/** An id that nobody has: the word itself, else with the first free number from 2. */
export const freshId = (word: string, taken: ReadonlySet<string>): string => {
  const base =
    word
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}_-]+/gu, '-')
      .replaceAll(/^-+|-+$/g, '') || 'node';
  if (!taken.has(base)) return base;
  for (let number = 2; ; number += 1) if (!taken.has(`${base}-${number}`)) return `${base}-${number}`;
};

export const idsOf = ({ nodes }: Graph): ReadonlySet<string> => new Set(nodes.map(({ id }) => id));

/** A node read out of its plain form, with all defaults. */
export const nodeFrom = (data: Readonly<Record<string, unknown>>): GraphNode | undefined =>
  readGraph({ nodes: [data] }).graph.nodes[0];

/** The file with one graph more to be used by name: a single task. */
export const withNewGraph = (file: Graph): { readonly file: Graph; readonly name: string } => {
  const name = freshId('part', new Set(Object.keys(file.graphs)));
  const { graph } = readGraph({ nodes: [{ id: 'first', prompt: '', position: { x: 0, y: 0 } }] });
  return { file: { ...file, graphs: { ...file.graphs, [name]: graph } }, name };
};

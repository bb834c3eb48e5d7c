import type { NodeRun } from '../../../core/contract/index.ts';
import { type StateName, waitsForYou } from '../words/session-words.ts';

interface Described {
  readonly mark: StateName;
  readonly word: string;
}

const states: Record<NodeRun['status'], Described> = {
  waiting: { mark: 'waiting', word: 'waiting' },
  running: { mark: 'running', word: 'running' },
  retrying: { mark: 'running', word: 'tries again' },
  awaiting: waitsForYou,
  done: { mark: 'done', word: 'done' },
  failed: { mark: 'failed', word: 'failed' },
  skipped: { mark: 'waiting', word: 'skipped' },
  blocked: { mark: 'blocked', word: 'blocked' },
  stopped: { mark: 'paused', word: 'stopped' },
};

const sources: Record<Exclude<NonNullable<NodeRun['source']>, 'run'>, string> = {
  pinned: 'pinned',
  cached: 'cached',
  earlier: 'earlier run',
};

/** Where an output comes from that this run did not make; null for its own. */
export const sourceWord = (node: Pick<NodeRun, 'status' | 'source'>): string | null =>
  node.status === 'done' && node.source !== null && node.source !== 'run' ? sources[node.source] : null;

/** Mark and word of a node; an output that this run did not make has the tape. */
export const describeNode = (node: Pick<NodeRun, 'status' | 'source'>): Described => {
  const source = sourceWord(node);
  return source === null ? states[node.status] : { mark: 'recorded', word: source };
};

/** States in the order in which they ask for attention. */
export const nodeStatuses = [
  'awaiting',
  'failed',
  'running',
  'retrying',
  'blocked',
  'waiting',
  'done',
  'skipped',
  'stopped',
] as const satisfies readonly NodeRun['status'][];

export const statusWord = (status: NodeRun['status']): Described => states[status];

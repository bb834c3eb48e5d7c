import type { NodeRun } from '../../../../../core/contract/index.ts';

/** A node of a run for tests; waiting, unless something else is said. */
export const nodeRun = (id: string, change: Partial<NodeRun> = {}): NodeRun => ({
  id,
  kind: 'task',
  title: id,
  parent: null,
  deps: [],
  agent: null,
  status: 'waiting',
  source: null,
  attempts: 0,
  started_at: null,
  ended_at: null,
  input_tokens: 0,
  output_tokens: 0,
  micro_usd: 0,
  task_id: null,
  child_session: null,
  branch: null,
  asks: null,
  reason: null,
  excerpt: '',
  first_seq: null,
  last_seq: null,
  ...change,
});

export const doneNode = (id: string, change: Partial<NodeRun> = {}): NodeRun =>
  nodeRun(id, { status: 'done', source: 'run', attempts: 1, started_at: 1000, ended_at: 3000, ...change });

import type { NodeOf } from '../graph.ts';

type Task = NodeOf<'task'>;
type Given = Pick<Task, 'id' | 'title' | 'prompt' | 'agent'> &
  Partial<Pick<Task, 'fallback' | 'retries' | 'backoffS' | 'timeoutS' | 'position' | 'pinned'>>;

/** A task that no file holds: the body of a node that is one prompt, a step of a delegation, a pinned subgraph. */
export const madeTask = (given: Given): Task => ({
  kind: 'task',
  deps: [],
  ports: {},
  position: null,
  disabled: false,
  breakpoint: false,
  pinned: undefined,
  extra: {},
  fallback: null,
  retries: 0,
  backoffS: 0,
  timeoutS: null,
  budget: null,
  output: 'text',
  ...given,
});

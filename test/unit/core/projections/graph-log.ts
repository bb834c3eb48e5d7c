import type { EventData, EventDraft, NodeKind } from '../../../../core/contract/index.ts';
import { workflowOf } from '../../../support/workflow-run.ts';
import { created, turn } from './session-log.ts';

/** Events of a run of a task graph, for tests of its folds. */
export const graphCreated = (nodes: readonly Readonly<Record<string, unknown>>[]): EventDraft =>
  created({ mode: 'workflow', workflow: workflowOf({ nodes }) });

export const nodeStarted = (node: string, attempt = 1, agent: string | null = 'Athena'): EventDraft => ({
  type: 'node-started',
  data: { node, kind: 'task', attempt, agent },
});

export const nodeEnded = (
  node: string,
  change: Partial<EventData<'node-ended'>> = {},
): Extract<EventDraft, { type: 'node-ended' }> => ({
  type: 'node-ended',
  data: {
    node,
    kind: 'task',
    status: 'done',
    source: 'run',
    attempts: 1,
    task_id: null,
    branch: null,
    reason: null,
    error: null,
    ...change,
  },
});

export const nodeRetried = (node: string, attempt: number, agent = 'Athena'): EventDraft => ({
  type: 'node-retried',
  data: { node, attempt, agent, wait_ms: 500, error: { code: 'provider/server', message: 'It broke.' } },
});

export const taskStarted = (node: string, task: string): EventDraft => ({
  type: 'turn-started',
  data: {
    task_id: task,
    round: 1,
    speaker_index: 0,
    agent: 'Athena',
    version: 'agent:Athena@1.0.0',
    kind: 'task',
    node,
  },
});

export const taskPaid = (task: string, microUsd: number | null, input: number | null = 10): EventDraft => ({
  type: 'cost-recorded',
  data: {
    call_id: `${task}.1`,
    task_id: task,
    agent: 'Athena',
    provider: 'stub',
    model: 'stub/debater',
    micro_usd: microUsd,
    input_tokens: input,
    output_tokens: 5,
    estimated: false,
    price_table: null,
  },
});

export const taskEnded = (node: string, task: string, content: string): EventDraft => {
  const whole = turn(1, 0);
  return {
    type: 'turn-ended',
    data: { ...whole, task_id: task as typeof whole.task_id, node, output: { ...whole.output, content } },
  };
};

export const taskFailed = (node: string, task: string, text: string): EventDraft => ({
  type: 'turn-failed',
  data: {
    task_id: task,
    round: 1,
    speaker_index: 0,
    agent: 'Athena',
    kind: 'task',
    node,
    text,
    reason: 'It broke.',
    at: 1,
    attempts: 1,
    error: { code: 'provider/server', message: 'It broke.' },
  },
});

export const nodesAdded = (
  parent: string,
  nodes: readonly { readonly id: string; readonly kind?: NodeKind; readonly deps?: readonly string[] }[],
): EventDraft => ({
  type: 'nodes-added',
  data: {
    parent,
    nodes: nodes.map(({ id, kind = 'task', deps = [] }) => ({
      id,
      kind,
      title: id,
      deps: [...deps],
      agent: 'Athena',
    })),
  },
});

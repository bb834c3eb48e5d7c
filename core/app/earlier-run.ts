import {
  AgentNetError,
  type EventData,
  type NodeValue,
  type RunEvent,
  sessionId,
  type WorkflowRun,
} from '../contract/index.ts';
import type { EventStore } from '../storage/index.ts';

type Ended = EventData<'node-ended'>;

/** What an earlier run of a task graph has left. */
export interface EarlierRun {
  readonly id: string;
  readonly created: EventData<'session-created'>;
  readonly workflow: WorkflowRun;
  /** By node of the graph as it ran. */
  readonly statuses: ReadonlyMap<string, Ended['status']>;
  readonly sources: ReadonlyMap<string, Ended['source']>;
  readonly outputs: ReadonlyMap<string, { readonly output: NodeValue; readonly branch: string | null }>;
}

const BULKY: readonly RunEvent['type'][] = ['call-started', 'call-ended', 'cost-recorded', 'turn-started'];

/** Throws `input/unknown-session`, or `session/wrong-state` for a session that runs no task graph. */
export const readEarlierRun = async (
  store: Pick<EventStore, 'read' | 'session'>,
  given: string,
): Promise<EarlierRun> => {
  const parsed = sessionId.safeParse(given);
  if (!parsed.success || !(await store.session(parsed.data))) {
    throw new AgentNetError('input/unknown-session', `There is no session ${given.slice(0, 80)} to reuse.`, {
      where: { path: 'reuse' },
      kept: 'Nothing was started.',
      remedy: 'List the sessions with `agentnet sessions list`.',
    });
  }
  const statuses = new Map<string, Ended['status']>();
  const sources = new Map<string, Ended['source']>();
  const outputs = new Map<string, { readonly output: NodeValue; readonly branch: string | null }>();
  const texts = new Map<string, string>();
  let created: EventData<'session-created'> | undefined;
  for await (const batch of store.read(parsed.data, { without: BULKY })) {
    for (const event of batch) {
      if (event.type === 'session-created') created = event.data;
      if (event.type === 'turn-ended') texts.set(event.data.task_id, event.data.output.content);
      if (event.type !== 'node-ended') continue;
      const { node, status, source, task_id: taskId, branch } = event.data;
      statuses.set(node, status);
      sources.set(node, source);
      if (status !== 'done') continue;
      const output = event.data.output ?? texts.get(taskId ?? '') ?? null;
      outputs.set(node, { output, branch });
    }
  }
  const workflow = created?.specification.workflow;
  if (!created || !workflow) throw noGraph(parsed.data);
  return { id: parsed.data, created, workflow, statuses, sources, outputs };
};

const noGraph = (id: string): AgentNetError =>
  new AgentNetError(
    'session/wrong-state',
    `Session ${id} runs no task graph, so it has no outputs of nodes.`,
    {
      where: { session_id: id },
      kept: 'Nothing was started.',
      remedy: 'Name a session of mode workflow.',
    },
  );

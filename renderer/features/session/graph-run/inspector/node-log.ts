import type { EventData, NodeRun, NodeValue, RunEvent } from '../../../../../core/contract/index.ts';
import { callsIn, type TurnCall } from '../../inspector/find-calls.ts';

/** What the log tells of one node. */
export interface NodeLog {
  readonly events: readonly RunEvent[];
  readonly calls: readonly TurnCall[];
  /** The whole output; undefined where there is none, or it was not read yet. */
  readonly output: NodeValue | undefined;
  /** The turn whose words are the output. */
  readonly turn: EventData<'turn-ended'> | undefined;
  /** Sequence number up to which the log was read. */
  readonly readTo: number;
}

const STRETCH = 1000;
/** A node that others were added to spans many events of others; more than this is read when asked for. */
export const FIRST_READ = 5 * STRETCH;

/** Reads what belongs to a node out of its stretch of the log, at most `most` events of it. */
export const readNodeLog = async (
  load: (after: number, limit: number) => Promise<readonly RunEvent[]>,
  { id, first_seq: first, last_seq: last }: Pick<NodeRun, 'id' | 'first_seq' | 'last_seq'>,
  most: number,
): Promise<NodeLog> => {
  if (first === null || last === null) return nothing;
  const tasks = new Set<string>();
  const calls = new Set<string>();
  const events: RunEvent[] = [];
  let seq = first - 1;
  const readTo = Math.min(last, first - 1 + most);
  while (seq < readTo) {
    const limit = Math.min(STRETCH, readTo - seq);
    for (const event of await load(seq, limit)) if (isOf(event, id, tasks, calls)) events.push(event);
    seq += limit;
  }
  // Of a long stretch the end is read too: there stands what came of the node.
  if (readTo < last) {
    const from = Math.max(readTo, last - 1);
    for (const event of await load(from, last - from)) if (isOf(event, id, tasks, calls)) events.push(event);
  }
  const ended = events.findLast((event) => event.type === 'node-ended')?.data;
  const turns = events.flatMap((event) => (event.type === 'turn-ended' ? [event.data] : []));
  const turn = turns.findLast(({ task_id }) => ended?.task_id == null || task_id === ended.task_id);
  const output = ended?.output ?? turn?.output.content;
  return { events, calls: callsIn(events), output, turn, readTo };
};

const nothing: NodeLog = { events: [], calls: [], output: undefined, turn: undefined, readTo: 0 };

/** By its node, by a turn of its node, or by a call of such a turn. */
const isOf = (event: RunEvent, node: string, tasks: Set<string>, calls: Set<string>): boolean => {
  const data: Readonly<Record<string, unknown>> = event.data;
  const named = data['node'] ?? data['parent'];
  if (named === node) {
    if (typeof data['task_id'] === 'string') tasks.add(data['task_id']);
    return true;
  }
  if (typeof data['task_id'] !== 'string' || !tasks.has(data['task_id'])) return false;
  if (typeof data['call_id'] === 'string') calls.add(data['call_id']);
  return true;
};

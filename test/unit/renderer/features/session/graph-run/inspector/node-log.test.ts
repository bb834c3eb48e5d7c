import { describe, expect, it } from 'vitest';
import type { EventDraft, RunEvent } from '../../../../../../../core/contract/index.ts';
import {
  FIRST_READ,
  readNodeLog,
} from '../../../../../../../renderer/features/session/graph-run/inspector/node-log.ts';

const event = (seq: number, type: EventDraft['type'], data: object): RunEvent =>
  ({ type, data, seq, session_id: 's', version: 1, at: seq, prev: '', hash: '' }) as unknown as RunEvent;

const log = [
  event(1, 'session-created', {}),
  event(2, 'node-started', { node: 'a', attempt: 1 }),
  event(3, 'node-started', { node: 'b', attempt: 1 }),
  event(4, 'turn-started', { node: 'a', task_id: 'ta' }),
  event(5, 'call-started', { call_id: 'ca', task_id: 'ta' }),
  event(6, 'call-started', { call_id: 'cb', task_id: 'tb' }),
  event(7, 'call-ended', { call_id: 'ca', task_id: 'ta', outcome: { kind: 'answered' } }),
  event(8, 'turn-ended', { node: 'a', task_id: 'ta', output: { content: 'Words' } }),
  event(9, 'nodes-added', { parent: 'a', nodes: [] }),
  event(10, 'node-ended', { node: 'a', task_id: 'ta' }),
];
const load =
  (asked: number[] = [], events: readonly RunEvent[] = log) =>
  async (after: number, limit: number) => {
    asked.push(after);
    return events.filter(({ seq }) => seq > after && seq <= after + limit);
  };

describe('readNodeLog', () => {
  it('reads what belongs to a node, its turns and its calls', async () => {
    const read = await readNodeLog(load(), { id: 'a', first_seq: 2, last_seq: 10 }, FIRST_READ);
    expect(read.events.map(({ seq }) => seq)).toEqual([2, 4, 5, 7, 8, 9, 10]);
    expect(read.calls.map(({ started }) => started.call_id)).toEqual(['ca']);
    expect(read.output).toBe('Words');
    expect(read.turn?.task_id).toBe('ta');
  });

  it('takes the output that its end says before what its turn said', async () => {
    const given = [
      ...log.slice(0, 9),
      event(10, 'node-ended', { node: 'a', task_id: null, output: ['one'] }),
    ];
    const read = await readNodeLog(load([], given), { id: 'a', first_seq: 2, last_seq: 10 }, FIRST_READ);
    expect(read.output).toEqual(['one']);
  });

  it('reads nothing of a node that has not begun', async () => {
    const asked: number[] = [];
    const read = await readNodeLog(load(asked), { id: 'a', first_seq: null, last_seq: null }, FIRST_READ);
    expect([read.events, asked]).toEqual([[], []]);
  });

  it('reads only so far into a long stretch, and its last event', async () => {
    const read = await readNodeLog(load(), { id: 'a', first_seq: 2, last_seq: 10 }, 3);
    expect(read.events.map(({ seq }) => seq)).toEqual([2, 4, 10]);
    expect(read.readTo).toBe(4);
  });
});

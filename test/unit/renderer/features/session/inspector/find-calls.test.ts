import { describe, expect, it } from 'vitest';
import type { RunEvent } from '../../../../../../core/contract/index.ts';
import { findCalls } from '../../../../../../renderer/features/session/inspector/find-calls.ts';

const event = (seq: number, type: string, data: object) => ({ seq, type, data }) as unknown as RunEvent;

/** A log of 900 events in which the turn `t` spans the events 410 to 700, others in between. */
const log = Array.from({ length: 900 }, (_, index) => {
  const seq = index + 1;
  if (seq === 410) return event(seq, 'turn-started', { task_id: 't' });
  if (seq === 411) return event(seq, 'call-started', { task_id: 't', call_id: '7.1', attempt: 1 });
  if (seq === 412 || seq === 421)
    return event(seq, 'call-delayed', { task_id: 't', call_id: '7.1', wait_ms: seq });
  if (seq === 418) return event(seq, 'call-admitted', { task_id: 't', call_id: '7.1', waited_ms: 9 });
  if (seq === 420 || seq === 440)
    return event(seq, 'call-retried', { task_id: 't', call_id: '7.1', attempt: seq === 420 ? 1 : 2 });
  if (seq === 500)
    return event(seq, 'call-ended', { task_id: 't', call_id: '7.1', outcome: { kind: 'failed' } });
  if (seq === 501) return event(seq, 'call-started', { task_id: 't', call_id: '7.2', attempt: 2 });
  if (seq === 699)
    return event(seq, 'call-ended', { task_id: 't', call_id: '7.2', outcome: { kind: 'answered' } });
  return event(seq, 'call-started', { task_id: 'other', call_id: `o${seq}` });
});

const loader = () => {
  const asked: number[] = [];
  const load = async (after: number, limit: number) => {
    asked.push(after);
    return log.slice(after, after + limit);
  };
  return { asked, load };
};

describe('findCalls', () => {
  it('gives the calls of the turn in order with what came of them', async () => {
    const { load } = loader();
    const calls = await findCalls(load, 't', 700);
    expect(calls.map((call) => [call.started.call_id, call.outcome?.kind])).toEqual([
      ['7.1', 'failed'],
      ['7.2', 'answered'],
    ]);
  });

  it('gives the attempts that were made again with their call', async () => {
    const calls = await findCalls(loader().load, 't', 700);
    expect(calls.map(({ retries }) => retries.map(({ attempt }) => attempt))).toEqual([[1, 2], []]);
  });

  it('gives what a call waited for, and how long where that is over', async () => {
    const calls = await findCalls(loader().load, 't', 700);
    expect(calls.map(({ delays }) => delays.map((one) => [one.wait_ms, one.waitedMs]))).toEqual([
      [
        [412, 9],
        [421, null],
      ],
      [],
    ]);
  });

  it('reads no further back than the start of the turn', async () => {
    const { asked, load } = loader();
    await findCalls(load, 't', 700);
    expect(asked).toEqual([500, 300]);
  });

  it('says of a call under way that nothing has come of it', async () => {
    const calls = await findCalls(loader().load, 't', 600);
    expect(calls.map((call) => call.outcome?.kind ?? null)).toEqual(['failed', null]);
  });

  it('ends at the beginning of the log', async () => {
    const { asked, load } = loader();
    expect(await findCalls(load, 'nobody', 250)).toEqual([]);
    expect(asked).toEqual([50, 0]);
  });
});
